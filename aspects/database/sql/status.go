package hook

import "errors"

// sqlState is the five characters that SQL databases give with an error, "" if the driver does not tell them. It stands in for the text,
// which is not recorded.
func sqlState(err error) (state string) {
	defer func() {
		if recover() != nil { // of a method of the driver's error
			state = ""
		}
	}()
	var coded interface{ SQLState() string }
	if !errors.As(err, &coded) {
		return ""
	}
	state = coded.SQLState()
	if len(state) != 5 {
		return ""
	}
	for i := range len(state) {
		if c := state[i]; (c < '0' || c > '9') && (c < 'A' || c > 'Z') {
			return ""
		}
	}
	return state
}
