//line input.go:1:1
package demo

func Run() {{
/*line aspects.yml:8:13*/const text = `first
second Run
  third`/*line aspects.yml:10:21*/ + `
`/*line aspects.yml:11:14*/ + "\t"
/*line aspects.yml:12:13*/println(text, /* a
comment */ /*line aspects.yml:13:23*/ 1)

};/*line input.go:3:13*/ println(`kept
as it is`) }
