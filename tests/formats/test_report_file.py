"""A report is written as another program expects it: docs/formats.md, "`stall-report/1`"."""

import json

import pytest

from pos.formats.report_file import report_json
from tests.formats.reports import a_report


@pytest.fixture
def report():
    return json.loads(report_json(a_report()))


def test_the_fields_stand_in_the_formats_order(report):
    assert list(report) == [
        "format", "exhibition", "currency", "from", "to", "sales", "tenders", "shifts", "units", "network",
    ]  # fmt: skip
    assert list(report["units"][0]) == [
        "unit", "gross", "commission", "fund", "earned", "costs", "advances", "paid", "brought_forward", "balance",
        "members", "products",
    ]  # fmt: skip


def test_what_the_report_is_of(report):
    assert (report["format"], report["exhibition"], report["currency"]) == ("stall-report/1", "LPZ26", "BOB")
    assert (report["from"], report["to"]) == ("2026-12-05T00:00:00-04:00", "2026-12-06T00:00:00-04:00")


def test_the_sales(report):
    assert report["sales"] == {
        "receipts": 41,
        "pieces": 77,
        "gross": "3250.00",
        "returns": "80.00",
        "net": "3170.00",
        "rounding": "0.10",
        "promotion": "0.00",
        "yapa_pieces": 3,
    }


def test_tenders_stand_by_kind_and_then_by_currency(report):
    assert report["tenders"] == [
        {"kind": "cash", "currency": "BOB", "amount": "2100.00", "base": "2100.00"},
        {"kind": "cash", "currency": "USD", "amount": "40.00", "base": "388.00"},
        {"kind": "qr", "currency": "BOB", "amount": "682.10", "base": "682.10"},
    ]


def test_shifts_stand_by_till_and_z_and_their_cash_by_currency(report):
    assert report["shifts"] == [
        {
            "till": "A",
            "z": 2,
            "cashier": "ana",
            "receipts": ["A-000001", "A-000041"],
            "cash": [
                {
                    "currency": "BOB",
                    "float": "130.00",
                    "expected": "1915.00",
                    "counted": "1914.50",
                    "over_short": "-0.50",
                },
                {"currency": "USD", "float": "5.00", "expected": "45.00", "counted": "45.00", "over_short": "0.00"},
            ],
            "grand_total": "3170.00",
        },
        {"till": "B", "z": 1, "cashier": "luz", "receipts": [], "cash": [], "grand_total": "0.00"},
    ]


def test_a_units_money_its_members_and_its_goods(report):
    assert report["units"][0] == {
        "unit": "U01",
        "gross": "905.00",
        "commission": "108.60",
        "fund": "27.15",
        "earned": "769.25",
        "costs": "0.00",
        "advances": "50.00",
        "paid": "0.00",
        "brought_forward": "0.00",
        "balance": "719.25",
        "members": [{"name": "Juana Quispe", "earned": "512.83"}],
        "products": [
            {
                "sku": "JK-001",
                "delivered": 10,
                "sold": 3,
                "yapa": 0,
                "back": 1,
                "returned": 6,
                "loss": 0,
                "left": 2,
                "undelivered": 0,
            },
            {
                "sku": "JK-002",
                "delivered": 1,
                "sold": 3,
                "yapa": 0,
                "back": 0,
                "returned": 0,
                "loss": 0,
                "left": 0,
                "undelivered": 2,
            },
        ],
    }


def test_units_stand_by_id_and_the_network_gets_their_sums(report):
    assert [unit["unit"] for unit in report["units"]] == ["U01", "U07"]
    assert report["network"] == {"commission": "108.60", "fund": "27.15", "costs": "0.00"}
