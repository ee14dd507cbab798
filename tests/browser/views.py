"""Pages of each kind, and a watch that notices whatever a reader must never meet."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page

LESSON = "course/6-citizen-charter/1-to-whom.html"
KINDS = {
    "home": "index.html",
    "course": "course/index.html",
    "module": "course/6-citizen-charter/index.html",
    "lesson": LESSON,
    "practice": "course/6-citizen-charter/practice.html",
    "quiz": "course/6-citizen-charter/quiz.html",
    "progress": "course/progress.html",
    "completion": "course/completion.html",
    "knowledge": "knowledge/index.html",
    "article": "knowledge/complaints.html",
    "topics": "knowledge/topics.html",
    "glossary": "knowledge/glossary.html",
    "laws": "knowledge/laws.html",
    "references": "knowledge/references.html",
    "about": "about/index.html",
    "404": "404.html",
}
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


class Watch:
    """Collects console errors, policy violations, failed requests and requests to other hosts of a page."""

    def __init__(self, page: Page, site: str) -> None:
        self.found: list[str] = []
        host = urlsplit(site).netloc
        page.on("console", lambda message: self._note(message.type in ("error", "warning"), f"console: {message.text}"))
        page.on("pageerror", lambda error: self._note(True, f"script: {error}"))
        page.on("requestfailed", lambda request: self._note(True, f"failed: {request.url}"))
        page.on("request", lambda request: self._note(_is_foreign(request.url, host), f"foreign: {request.url}"))
        page.on("response", lambda answer: self._note(answer.status >= 400, f"{answer.status}: {answer.url}"))
        page.add_init_script(
            "addEventListener('securitypolicyviolation',"
            " e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI))"
        )

    def _note(self, bad: bool, text: str) -> None:
        if bad:
            self.found.append(text)


def _is_foreign(url: str, host: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme not in ("data", "blob") and parts.netloc != host
