"""The receipt: what was sent, when it arrived, as an archival and accessible PDF."""

from kevytasiointi.exports.receipt.data import ReceiptData as ReceiptData
from kevytasiointi.exports.receipt.data import ReceiptFile as ReceiptFile
from kevytasiointi.exports.receipt.pdf import receipt_pdf as receipt_pdf

__all__ = ["ReceiptData", "ReceiptFile", "receipt_pdf"]
