"""Where the project's own data files lie."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "locales"
NLU = ROOT / "nlu"
