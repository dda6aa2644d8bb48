//go:build linux || darwin

package main

import (
	"slices"
	"strings"
)

const base64Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

// noDigit is a bit that no group of four digits has.
const noDigit = 1 << 31

// base64Values holds the value of each digit at each of the four places of a group, noDigit for what is none.
var base64Values = func() (values [4][256]uint32) {
	for place := range values {
		for i := range values[place] {
			values[place][i] = noDigit
		}
		for i := range len(base64Digits) {
			values[place][base64Digits[i]] = uint32(i) << (18 - 6*place)
		}
	}
	return values
}()

// decodeBase64 appends what whole groups of four digits stand for, as encoding/base64.StdEncoding writes them. It ends at what is none.
func decodeBase64(to, digits []byte) []byte {
	at, table := len(to), &base64Values
	to = slices.Grow(to, len(digits)/4*3)[:at+len(digits)/4*3]
	for ; len(digits) >= 4; digits = digits[4:] {
		group := table[0][digits[0]] | table[1][digits[1]] | table[2][digits[2]] | table[3][digits[3]]
		if group&noDigit != 0 {
			return append(to[:at], lastOfBase64(digits)...)
		}
		three := to[at : at+3 : at+3]
		three[0], three[1], three[2] = byte(group>>16), byte(group>>8), byte(group)
		at += 3
	}
	return to[:at]
}

// lastOfBase64 is what a group stands for that is filled up with `=`: one byte or two; nothing for other groups.
func lastOfBase64(group []byte) []byte {
	first, third := base64Values[0][group[0]]|base64Values[1][group[1]], base64Values[2][group[2]]
	if first&noDigit != 0 {
		return nil
	}
	if group[2] == '=' || third&noDigit != 0 {
		return []byte{byte(first >> 16)}
	}
	return []byte{byte(first >> 16), byte((first | third) >> 8)}
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
