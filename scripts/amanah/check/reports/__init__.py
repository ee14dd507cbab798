"""The forms that a report can take: text for people, JSON, SARIF and annotations for other tools."""
