#!/usr/bin/env python3
"""Find claims with a language model behind an OpenAI-compatible endpoint.

    hudna extract --with 'python3 docs/examples/local_model.py' article.txt
    hudna extract --compare --with 'python3 docs/examples/local_model.py' article.txt

Reads one document as a JSON object on standard input, asks the model for the quotations in it, finds
where each stands, and writes one claim a line; docs/extractors.md describes both. What the model
changed or made up does not stand in the text and is left out.

    HUDNA_MODEL_URL    the endpoint, http://localhost:11434/v1 if unset
    HUDNA_MODEL        the model's name, "local" if unset
    HUDNA_MODEL_KEY    a key, if the endpoint wants one

THE TEXT OF THE ARTICLE GOES TO THE ENDPOINT. It stays on this machine only if the endpoint does. For any
other address the program refuses, unless HUDNA_MODEL_ELSEWHERE=yes says that this is meant.

Needs nothing but Python 3.8.
"""
import ipaddress
import json
import os
import sys
import urllib.parse
import urllib.request

KINDS = "attribution casualty violation territorial troop_movement humanitarian commitment diplomatic other".split()
POLARITIES = "assert deny commit call concern".split()
QUOTES = "direct indirect mixed".split()
PIECE = 6000  # characters sent at once
SECONDS = 240  # for one answer
ASK = f"""You find attributed claims in news: what the article reports somebody as saying.
Answer with a JSON array and nothing else. One object per claim:
"text": the claim's words, copied from the article letter by letter, without the verb that reports them
"speaker": who said it, by the fullest name in the article, "" if unknown
"role": in what capacity, "" if unknown
"cue": the word that reports it, copied from the article
"quote": one of {QUOTES}
"polarity": what the speaker does, one of {POLARITIES}
"kind": what it is about, one of {KINDS}
Never translate, shorten or mend the words. If there is no claim, answer []."""


def is_local(url):
    host = urllib.parse.urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


class Straight(urllib.request.HTTPRedirectHandler):
    """Follows no redirect: it could lead the text elsewhere."""

    def redirect_request(self, *_):
        return None


def ask(url, words):
    """The model's answer to a piece of an article."""
    body = {
        "model": os.environ.get("HUDNA_MODEL", "local"),
        "temperature": 0,
        "messages": [{"role": "system", "content": ASK}, {"role": "user", "content": words}],
    }
    request = urllib.request.Request(url.rstrip("/") + "/chat/completions", json.dumps(body).encode())
    request.add_header("Content-Type", "application/json")
    if os.environ.get("HUDNA_MODEL_KEY"):
        request.add_header("Authorization", "Bearer " + os.environ["HUDNA_MODEL_KEY"])
    # A proxy of the environment is another way out of this machine.
    handlers = [Straight, urllib.request.ProxyHandler({})] if is_local(url) else [Straight]
    with urllib.request.build_opener(*handlers).open(request, timeout=SECONDS) as answer:
        return json.load(answer)["choices"][0]["message"]["content"] or ""


def claims_in(answer):
    """The objects of the array in an answer, whatever stands around it."""
    start, end = answer.find("["), answer.rfind("]")
    try:
        found = json.loads(answer[start : end + 1])
    except ValueError:
        print("an answer was no JSON array and was left out", file=sys.stderr)
        return []
    return [claim for claim in found if isinstance(claim, dict)] if isinstance(found, list) else []


def pieces(text):
    """The text in pieces that end with a line, each with the place where it begins."""
    start = 0
    while start < len(text):
        end = len(text) if len(text) - start <= PIECE else text.rfind("\n", start, start + PIECE) + 1
        end = end if end > start else start + PIECE
        yield start, text[start:end]
        start = end


def one_of(words, value):
    return value if value in words else None


def name(value):
    """A name on one line, without characters that do not print."""
    words = value if isinstance(value, str) else ""
    return " ".join("".join(c if c.isprintable() else " " for c in words).split())[:200]


def main():
    document = json.load(sys.stdin)
    url = os.environ.get("HUDNA_MODEL_URL", "http://localhost:11434/v1")
    if urllib.parse.urlsplit(url).scheme not in ("http", "https"):
        sys.exit(f"{url} is no http or https address")
    if not is_local(url):
        if os.environ.get("HUDNA_MODEL_ELSEWHERE") != "yes":
            sys.exit(f"{url} is not this machine: the article would leave it. HUDNA_MODEL_ELSEWHERE=yes sends it.")
        print(f"warning: the text of the article goes to {url}", file=sys.stderr)
    seen, strange = set(), 0
    for start, piece in pieces(document["text"]):
        for claim in claims_in(ask(url, piece)):
            words = claim.get("text")
            words = words.strip() if isinstance(words, str) else ""
            # Python counts code points, as hudna does.
            at = piece.find(words)
            while at >= 0 and (start + at, len(words)) in seen:
                at = piece.find(words, at + 1)
            if at < 0 or not any(c.isalnum() for c in words):
                strange += 1
                continue
            seen.add((start + at, len(words)))
            line = {
                "start": start + at,
                "end": start + at + len(words),
                "text": words,
                "speaker": name(claim.get("speaker")),
                "role": name(claim.get("role")),
                "cue": name(claim.get("cue")),
                "quote": one_of(QUOTES, claim.get("quote")),
                "polarity": one_of(POLARITIES, claim.get("polarity")),
                "kind": one_of(KINDS, claim.get("kind")),
            }
            print(json.dumps(line, ensure_ascii=True))
    if strange:
        print(f"{strange} claims do not stand in the text word for word and were left out", file=sys.stderr)
    print(json.dumps({"claims": len(seen)}))


if __name__ == "__main__":
    main()
