//line input.go:1:1
package demo

import "strings"

func f(s string) (r string) {
	/*line aspects.yml:6:9*/{ /*line aspects.yml:6:9*/__gotsBound1 := __gotsBind1(/*line input.go:6:5*/strings.Clone)/*line input.go:6:18*/(s); /*line aspects.yml:6:9*/go /*line aspects.yml:6:9*/func() {  /* leading comment*/ /*line aspects.yml:10:13*/func(s string) string {
/*line aspects.yml:11:13*/  return s // inside
/*line aspects.yml:12:13*/}(
  /*line aspects.yml:13:18*/__gotsBound1()/*line aspects.yml:13:22*/, /* two
  lines */
/*line aspects.yml:15:13*/) /* trailing * / comment*/ /*line aspects.yml:6:9*/ }() }/*line input.go:6:21*/
	/*line aspects.yml:6:9*/{ /*line aspects.yml:6:9*/__gotsBound2 := __gotsBind2(/*line input.go:7:8*/strings.Clone)/*line input.go:7:21*/(s); /*line aspects.yml:6:9*/defer /*line aspects.yml:6:9*/func() {  /* leading comment*/ /*line aspects.yml:10:13*/func(s string) string {
/*line aspects.yml:11:13*/  return s // inside
/*line aspects.yml:12:13*/}(
  /*line aspects.yml:13:18*/__gotsBound2()/*line aspects.yml:13:22*/, /* two
  lines */
/*line aspects.yml:15:13*/) /* trailing * / comment*/ /*line aspects.yml:6:9*/ }() }/*line input.go:7:24*/
	defer func() {
		 /* leading comment*/ /*line aspects.yml:10:13*/func(s string) string {
/*line aspects.yml:11:13*/  return s // inside
/*line aspects.yml:12:13*/}(
  /*line input.go:9:3*/strings.Clone(s)/*line aspects.yml:13:22*/, /* two
  lines */
/*line aspects.yml:15:13*/) /* trailing * / comment*/ /*line input.go:9:19*/ // bare
	}()
	for range  /* leading comment*/ /*line aspects.yml:10:13*/func(s string) string {
/*line aspects.yml:11:13*/  return s // inside
/*line aspects.yml:12:13*/}(
  /*line input.go:11:12*/strings.Clone(s)/*line aspects.yml:13:22*/, /* two
  lines */
/*line aspects.yml:15:13*/) /* trailing * / comment*/ /*line input.go:11:28*/ {
	}
	switch  /* leading comment*/ /*line aspects.yml:10:13*/func(s string) string {
/*line aspects.yml:11:13*/  return s // inside
/*line aspects.yml:12:13*/}(
  /*line input.go:13:9*/strings.Clone(s)/*line aspects.yml:13:22*/, /* two
  lines */
/*line aspects.yml:15:13*/) /* trailing * / comment*/ /*line input.go:13:25*/ {
	}
	select {
	case <-func() chan string { return make(chan string, len( /* leading comment*/ /*line aspects.yml:10:13*/func(s string) string {
/*line aspects.yml:11:13*/  return s // inside
/*line aspects.yml:12:13*/}(
  /*line input.go:16:59*/strings.Clone(s)/*line aspects.yml:13:22*/, /* two
  lines */
/*line aspects.yml:15:13*/) /* trailing * / comment*/ /*line input.go:16:75*/)) }():
	default:
	}
	r +=  /* leading comment*/ /*line aspects.yml:10:13*/func(s string) string {
/*line aspects.yml:11:13*/  return s // inside
/*line aspects.yml:12:13*/}(
  /*line input.go:19:7*/strings.Clone(s)/*line aspects.yml:13:22*/, /* two
  lines */
/*line aspects.yml:15:13*/) /* trailing * / comment*/ /*line input.go:19:23*/ +
		 /* leading comment*/ /*line aspects.yml:10:13*/func(s string) string {
/*line aspects.yml:11:13*/  return s // inside
/*line aspects.yml:12:13*/}(
  /*line input.go:20:3*/strings.Clone( /* leading comment*/ /*line aspects.yml:10:13*/func(s string) string {
/*line aspects.yml:11:13*/  return s // inside
/*line aspects.yml:12:13*/}(
  /*line input.go:20:17*/strings.Clone(s)/*line aspects.yml:13:22*/, /* two
  lines */
/*line aspects.yml:15:13*/) /* trailing * / comment*/ /*line input.go:20:33*/)/*line aspects.yml:13:22*/, /* two
  lines */
/*line aspects.yml:15:13*/) /* trailing * / comment*/ /*line input.go:20:34*/
label:
	if r ==  /* leading comment*/ /*line aspects.yml:10:13*/func(s string) string {
/*line aspects.yml:11:13*/  return s // inside
/*line aspects.yml:12:13*/}(
  /*line input.go:22:10*/strings.Clone("")/*line aspects.yml:13:22*/, /* two
  lines */
/*line aspects.yml:15:13*/) /* trailing * / comment*/ /*line input.go:22:27*/ {
		goto label
	}
	return  /* leading comment*/ /*line aspects.yml:10:13*/func(s string) string {
/*line aspects.yml:11:13*/  return s // inside
/*line aspects.yml:12:13*/}(
  /*line input.go:25:9*/strings.Clone(s)/*line aspects.yml:13:22*/, /* two
  lines */
/*line aspects.yml:15:13*/) /* trailing * / comment*/ /*line input.go:25:25*/
}

/*line aspects.yml:6:9*/func __gotsBind1[A0, R0 interface{}](f func(A0) (R0)) func(a0 A0) func() (R0) {
/*line aspects.yml:6:9*/	return func(a0 A0) func() (R0) {
/*line aspects.yml:6:9*/		return func() (R0) { return f(a0) }
/*line aspects.yml:6:9*/	}
/*line aspects.yml:6:9*/}

/*line aspects.yml:6:9*/func __gotsBind2[A0, R0 interface{}](f func(A0) (R0)) func(a0 A0) func() (R0) {
/*line aspects.yml:6:9*/	return func(a0 A0) func() (R0) {
/*line aspects.yml:6:9*/		return func() (R0) { return f(a0) }
/*line aspects.yml:6:9*/	}
/*line aspects.yml:6:9*/}
