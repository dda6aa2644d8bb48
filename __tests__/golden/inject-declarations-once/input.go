package golden

import "os"

var home = os.Getenv("HOME")

func user() string { return os.Getenv("USER") + os.Getenv("LOGNAME") }
