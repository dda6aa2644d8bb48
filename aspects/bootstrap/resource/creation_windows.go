package resource

import (
	"syscall"
	"time"
)

// created asks the system when this process was created; the zero time if it does not say.
func created() time.Time {
	process, err := syscall.GetCurrentProcess()
	if err != nil {
		return time.Time{}
	}
	var creation, exit, kernel, user syscall.Filetime
	if err := syscall.GetProcessTimes(process, &creation, &exit, &kernel, &user); err != nil {
		return time.Time{}
	}
	return time.Unix(0, creation.Nanoseconds())
}
