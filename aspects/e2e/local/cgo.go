//go:build cgo && linux

package local

/*
#cgo LDFLAGS: -lpthread
#include <pthread.h>

extern void calledBack(long);

static void *thread(void *arg) {
	for (int i = 0; i < 3; i++) {
		calledBack((long)arg);
	}
	return NULL;
}

// Two threads, one after the other, so that they may share an extra M; and one beside them.
static void threads(void) {
	pthread_t a, b;
	pthread_create(&a, NULL, thread, (void *)1);
	pthread_join(a, NULL);
	pthread_create(&a, NULL, thread, (void *)2);
	pthread_create(&b, NULL, thread, (void *)3);
	pthread_join(a, NULL);
	pthread_join(b, NULL);
}

static void direct(void) { calledBack(0); }
*/
import "C"

var onCallback func(thread int)

//export calledBack
func calledBack(thread C.long) { onCallback(int(thread)) }

// callback calls f from C, on this goroutine as 0 and on threads that C has made as 1, 2 and 3, thrice each.
func callback(f func(thread int)) {
	onCallback = f
	C.direct()
	C.threads()
}
