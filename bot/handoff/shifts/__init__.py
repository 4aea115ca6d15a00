"""Teams, their weekly shifts and holidays: when somebody is there, and when somebody is back."""
