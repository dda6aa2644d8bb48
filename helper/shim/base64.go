//go:build linux || darwin

package main

import "strings"

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// base64Values holds the value of each digit, 0xff for what is none.
var base64Values = func() (values [256]byte) {
	for i := range values {
		values[i] = 0xff
	}
	for i := range len(base64Digits) {
		values[base64Digits[i]] = byte(i)
	}
	return values
}()

// decodeBase64 appends what whole groups of four digits stand for, as encoding/base64.StdEncoding writes them. It ends at what is none.
func decodeBase64(to, digits []byte) []byte {
	for ; len(digits) >= 4; digits = digits[4:] {
		a, b, c, d := base64Values[digits[0]], base64Values[digits[1]], base64Values[digits[2]], base64Values[digits[3]]
		if a|b|c|d < 64 {
			to = append(to, a<<2|b>>4, b<<4|c>>2, c<<6|d)
			continue
		}
		if a|b >= 64 {
			return to
		}
		if to = append(to, a<<2|b>>4); digits[2] != '=' && c < 64 {
			to = append(to, b<<4|c>>2)
		}
		return to
	}
	return to
}

// base64Of turns the hex digits of 32 bytes into their base64, as go writes it.
func base64Of(hex string) (string, bool) {
	var text []byte
	bits, count := 0, 0
	for i := range len(hex) {
		value := strings.IndexByte("0123456789abcdef", hex[i])
		if value < 0 {
			return "", false
		}
		bits, count = (bits<<4|value)&0xfff, count+4
		if count >= 6 {
			count -= 6
			text = append(text, base64Digits[bits>>count&63])
		}
	}
	if count > 0 {
		text = append(text, base64Digits[bits<<(6-count)&63])
	}
	return string(text) + strings.Repeat("=", (4-len(text)%4)%4), true
}
