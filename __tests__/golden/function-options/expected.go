//line input.go:1:1
package demo

import "context"

type Client struct{}

func (c *Client) Do()        {{
/*line aspects.yml:10:46*/println("receiver-matches")
};/*line input.go:7:31*/}
func (c Client) Get() error  {{
/*line aspects.yml:25:46*/println("final-result-implements")
};{
/*line aspects.yml:22:46*/println("result-implements")
};{
/*line aspects.yml:10:46*/println("receiver-matches")
};/*line input.go:8:31*/ return nil }
func GetAll(n int) (int, error) {{
/*line aspects.yml:16:46*/println("result")
};{
/*line aspects.yml:7:46*/println("name-glob")
};{
/*line aspects.yml:4:46*/println("name-matches")
};/*line input.go:9:34*/ return n, nil }
func Getter() int            {{
/*line aspects.yml:19:46*/println("final-result")
};{
/*line aspects.yml:16:46*/println("result")
};{
/*line aspects.yml:7:46*/println("name-glob")
};/*line input.go:10:31*/ return 1 }
func Wait(ctx context.Context) {{
/*line aspects.yml:13:46*/println("argument")
};/*line input.go:11:33*/}
