"""Papers: receipts for thermal printers and as text, reports and settlements as PDF. It looks nothing up."""
