package demo

// Größe – 大きさ
func größe(länge int, übrig ...string) int { return länge /* 日本語 */ }

type T struct{ 古 int /* 🙂 */ }
