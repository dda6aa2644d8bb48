package demo

import "context"

type Client struct{}

func (c *Client) Do()        {}
func (c Client) Get() error  { return nil }
func GetAll(n int) (int, error) { return n, nil }
func Getter() int            { return 1 }
func Wait(ctx context.Context) {}
