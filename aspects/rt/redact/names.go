// Package redact hides the secrets in URLs.
package redact

import (
	"slices"
	"strings"
	"unicode"
)

// parts hide a parameter wherever they occur in its name, which is compared in small letters and digits only.
var parts = []string{
	"token", "secret", "passw", "passphrase", "pwd", "signature", "apikey", "accesskey", "privatekey", "keypairid", "credential",
	"authorization", "authkey", "session", "jwt", "bearer", "assertion", "cookie", "saml", "accessid",
	"xamz", "xgoog", "xoss", "xms", "xcos",
}

// words hide a parameter if they are a word of its name: sig in "sas-sig" and "sasSig", not in "design".
var words = []string{
	"auth", "code", "csrf", "cvc", "cvv", "hmac", "key", "mac", "nonce", "otp", "pass", "pin", "policy", "pw", "sas", "sid", "sig", "sign",
	"ssn", "ticket", "totp", "xsrf",
}

// IsSecret says whether a parameter of this name (percent escapes decoded) holds a secret.
func IsSecret(name string) bool {
	var plain strings.Builder
	var word []rune
	hit := false
	flush := func() {
		hit = hit || slices.Contains(words, string(word))
		word = word[:0]
	}
	last := ' '
	for _, r := range name {
		lower := unicode.ToLower(r)
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			flush()
		default:
			if lower != r && last == unicode.ToLower(last) {
				flush() // a capital after a small letter begins a word
			}
			word = append(word, lower)
			plain.WriteRune(lower)
		}
		last = r
	}
	flush()
	return hit || slices.Contains(words, plain.String()) ||
		slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(plain.String(), part) })
}

// looksSecret says whether a value is a secret by its looks: a JSON web token, a URL with a user, user:password@host, a random text of capitals, small
// letters and digits. UUIDs, numbers and hexadecimal hashes are none of these.
func looksSecret(value string) bool {
	if strings.HasPrefix(value, "eyJ") && len(value) > 16 {
		return true
	}
	if _, after, ok := strings.Cut(value, "://"); ok {
		authority, _, _ := strings.Cut(after, "/")
		if strings.Contains(authority, "@") {
			return true
		}
	} else if user, _, ok := strings.Cut(value, "@"); ok && strings.Contains(user, ":") {
		return true
	}
	return isRandom(value)
}

// randomLength is that of 128 bits in base64, less a little.
const randomLength = 20

func isRandom(value string) bool {
	var upper, lower, digits int
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case c >= 'A' && c <= 'Z':
			upper++
		case c >= 'a' && c <= 'z':
			lower++
		case c >= '0' && c <= '9':
			digits++
		case !strings.ContainsRune("-_+/=.:~", rune(c)):
			return false
		}
	}
	return upper+lower+digits >= randomLength && upper >= 3 && lower >= 3 && digits >= 2
}
