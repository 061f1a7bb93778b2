"""Writes `stall-report/1`: what the books know of a day or an exhibition, as JSON (docs/formats.md)."""

import json
from dataclasses import replace
from typing import Any

from pos.domain.reports import Report, ShiftFigures, UnitFigures

FORMAT = "stall-report/1"

_MONEY = ("gross", "commission", "fund", "earned", "costs", "advances", "paid", "brought_forward", "balance")
_PIECES = ("delivered", "sold", "yapa", "back", "returned", "loss", "left", "undelivered")


def report_json(report: Report) -> str:
    """The report as JSON: money as decimal text, units by id, tenders by kind then currency, products by SKU."""
    return json.dumps(_fields(in_order(report)), ensure_ascii=False, indent=1)


def in_order(report: Report) -> Report:
    """The report with its lists in the format's order, and each shift's cash by currency; members stay as they are."""
    return replace(
        report,
        tenders=tuple(sorted(report.tenders, key=lambda tender: (tender.kind, tender.amount.currency.code))),
        shifts=tuple(
            replace(shift, cash=tuple(sorted(shift.cash, key=lambda cash: cash.counted.currency.code)))
            for shift in sorted(report.shifts, key=lambda shift: (shift.till, shift.z))
        ),
        units=tuple(
            replace(unit, products=tuple(sorted(unit.products, key=lambda position: position.sku)))
            for unit in sorted(report.units, key=lambda unit: unit.unit)
        ),
    )


def _fields(report: Report) -> dict[str, Any]:
    sales = report.sales
    return {
        "format": FORMAT,
        "exhibition": report.exhibition,
        "currency": report.currency.code,
        "from": report.starts.isoformat(),
        "to": report.ends.isoformat(),
        "sales": {
            "receipts": sales.receipts,
            "pieces": sales.pieces,
            "gross": str(sales.gross),
            "returns": str(sales.returns),
            "net": str(sales.net),
            "rounding": str(sales.rounding),
            "promotion": str(sales.promotion),
            "yapa_pieces": sales.yapa_pieces,
        },
        "tenders": [
            {"kind": row.kind, "currency": row.amount.currency.code, "amount": str(row.amount), "base": str(row.base)}
            for row in report.tenders
        ],
        "shifts": [_shift(shift) for shift in report.shifts],
        "units": [_unit(unit) for unit in report.units],
        "network": {name: str(report.total(name)) for name in ("commission", "fund", "costs")},
    }


def _shift(shift: ShiftFigures) -> dict[str, Any]:
    return {
        "till": shift.till,
        "z": shift.z,
        "cashier": shift.cashier,
        "receipts": list(shift.receipts or ()),
        "cash": [
            {
                "currency": cash.counted.currency.code,
                "float": str(cash.opening_float),
                "expected": str(cash.expected),
                "counted": str(cash.counted),
                "over_short": str(cash.over_short),
            }
            for cash in shift.cash
        ],
        "grand_total": str(shift.grand_total),
    }


def _unit(unit: UnitFigures) -> dict[str, Any]:
    money = {name: str(getattr(unit, name)) for name in _MONEY}
    return {
        "unit": unit.unit,
        **money,
        "members": [{"name": member.name, "earned": str(member.earned)} for member in unit.members],
        "products": [
            {"sku": position.sku} | {name: getattr(position, name) for name in _PIECES} for position in unit.products
        ],
    }
