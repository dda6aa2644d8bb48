package golden

type Server struct {
	Address string // where
	onClose func()
}

type Inner struct{}

type Empty struct{}

type Other struct{ name string }
