//line input.go:1:1
package demo; import __gots_time "time"

// Größe – 大きさ
func größe(länge int, übrig ...string) int {{
/*line aspects.yml:7:41*/println(länge, "日本")
};/*line input.go:4:49*/ return länge /* 日本語 */ }

type T struct{ 古 int /* 🙂 */ ; /*line aspects.yml:12:9*/新 __gots_time.Duration/*line input.go:6:35*/}
