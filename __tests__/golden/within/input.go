package within

import "strings"

var name = strings.ToUpper("name") + strings.ToLower("NAME")

type server struct{}

func (server) run() string {
	later := func() string { return strings.ToUpper("later") }
	return strings.ToUpper("now") + later() + strings.ToLower("NOW")
}

func stop() string {
	return strings.ToUpper("stop") + strings.ToLower("STOP")
}
