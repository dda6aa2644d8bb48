//line input.go:1:1
package golden; import __gots_time "time"

func get() string {{
/*line aspects.yml:8:21*/println("late", "get")
};{
/*line aspects.yml:11:21*/println("early")
};{
/*line aspects.yml:13:21*/println("of a namespace, so further down")
};/*line input.go:3:20*/
	return "got"
}

func scan(text string) (r0 /*line input.go:7:25*/int, r1 /*line input.go:7:30*/error) {
/*line aspects.yml:23:21*/start := __gots_time/*line aspects.yml:23:34*/.Now()
{
/*line aspects.yml:26:21*/defer func() { println(start.Unix(), r0, r1 == nil) }()
};/*line input.go:7:38*/
	return len(text), nil
}

type table struct{}

func (table) at(int) {}

var double = func(__argument__0 /*line input.go:15:19*/int) {{
/*line aspects.yml:37:20*/println(__argument__0)
};/*line input.go:15:25*/}
