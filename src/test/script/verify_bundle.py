"""Verifies every hash and signature of a bundle, by bundle.md and the standard library alone: verify_bundle.py FILE
FILE is JSON or gzip; of a *.jailoo first: age -d -i KEY x.jailoo > x.gz. Prints what holds; exit 1 at what does not."""
import base64, gzip, hashlib, json, sys
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D, SQRT_M1 = -121665 * pow(121666, -1, P) % P, pow(2, (P - 1) // 4, P)
def need(holds, what):
    if not holds:
        sys.exit("DOES NOT HOLD: " + what)
def add(a, b):  # Ed25519 (RFC 8032, 5.1.4), points as X, Y, Z, T
    A, B = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    C, Z = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    E, F, G, H = B - A, Z - C, Z + C, B + A
    return E * F % P, G * H % P, F * G % P, E * H % P
def times(n, point):
    result = (0, 1, 1, 0)
    while n:
        if n & 1:
            result = add(result, point)
        point, n = add(point, point), n >> 1
    return result
def point(raw):
    y, sign = int.from_bytes(raw, "little") & (2**255 - 1), raw[31] >> 7
    xx = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(xx, (P + 3) // 8, P)
    x = x if x * x % P == xx else x * SQRT_M1 % P
    need(y < P and x * x % P == xx, "a point of the curve")
    x = x if x & 1 == sign else P - x
    return x, y, 1, x * y % P
BASE = point(bytes([0x58] + [0x66] * 31))
def signed(key, message, signature, what):
    raw = base64.b64decode(signature, validate=True)
    s = int.from_bytes(raw[32:], "little")
    k = int.from_bytes(hashlib.sha512(raw[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), add(point(raw[:32]), times(k, point(key)))
    need(len(raw) == 64 and s < L and all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1)), "signature of " + what)
def jcs(x):  # RFC 8785: members sorted by UTF-16
    order = lambda pairs: dict(sorted(pairs.items(), key=lambda p: p[0].encode("utf-16-be")))
    canonical = json.loads(json.dumps(x), object_hook=order)
    return json.dumps(canonical, ensure_ascii=False, separators=(",", ":")).encode()
sha = lambda data: hashlib.sha256(data).digest()
raw = open(sys.argv[1], "rb").read()
bundle = json.loads(gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw)
manifest, keys, digest = bundle["manifest"], {}, b""
for card in bundle["cards"]:
    key, signature = base64.b64decode(card["signingKey"]), card.pop("signature")
    keys[sha(key).hex()[:32]] = key
    signed(key, b"jailoo card 1\n" + jcs(card), signature, "card " + card["name"])
signed(keys[manifest["from"]], b"jailoo bundle 1\n" + jcs(manifest), bundle["signature"], "the manifest")
for r in bundle["revisions"]:
    message = b"jailoo revision 1\n" + jcs(r["header"])
    signed(keys[r["header"]["device"]], message, r["signature"], "revision " + sha(message).hex())
    if "body" in r:
        body = sha(base64.b64decode(r["salt"]) + jcs({"body": r["body"], "time": r["time"]}))
        need(body.hex() == r["header"]["body"], "body of revision " + sha(message).hex())
    digest += sha(message) + bytes(["body" in r])
for a in bundle["attachments"]:
    data = base64.b64decode(a["data"])
    need(sha(data).hex() == a["sha256"] and len(data) == a["size"], "attachment " + a["sha256"])
    digest += sha(data)
need(sha(digest).hex() == manifest["digest"], "digest of the manifest")
need((len(bundle["revisions"]), len(bundle["attachments"])) == (manifest["revisions"], manifest["attachments"]), "counts of the manifest")
print(f"holds: {len(keys)} cards, {len(bundle['revisions'])} revisions, {len(bundle['attachments'])} attachments")
