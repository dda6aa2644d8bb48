//line <gots>/hooks.go:1:1
package server

import "unsafe"

type __gots_int = int

type __gots_bool = bool

type __gots_any = interface{}

type __gots_hookInfo struct {
	function, pkg   string
	params, results int
	isGeneric       bool
}

type __gots_hookContext struct {
	info     *__gots_hookInfo
	params   func(int, bool, interface{}) interface{}
	results  func(int, bool, interface{}) interface{}
	data     interface{}
	skip     bool
	returned bool
}

//go:nosplit
//go:nocheckptr
func __gots_hookHidden(c *__gots_hookContext) *__gots_hookContext {
	x := uintptr(unsafe.Pointer(c))
	return (*__gots_hookContext)(unsafe.Pointer(x ^ 0))
}

func __gots_hookFailed(what string) {
	if e := recover(); e != nil {
		println(what)
		if err, ok := e.(error); ok {
			println(err.Error())
		}
	}
}

func (c *__gots_hookContext) SetSkipCall(skip bool) { c.skip = skip }

func (c *__gots_hookContext) IsSkipCall() bool { return c.skip }

func (c *__gots_hookContext) SetData(data interface{}) { c.data = data }

func (c *__gots_hookContext) GetData() interface{} { return c.data }

func (c *__gots_hookContext) GetKeyData(key string) interface{} {
	m, _ := c.data.(map[string]interface{})
	return m[key]
}

func (c *__gots_hookContext) SetKeyData(key string, value interface{}) {
	m, _ := c.data.(map[string]interface{})
	if m == nil {
		m = make(map[string]interface{})
		c.data = m
	}
	m[key] = value
}

func (c *__gots_hookContext) HasKeyData(key string) bool {
	m, _ := c.data.(map[string]interface{})
	_, ok := m[key]
	return ok
}

func (c *__gots_hookContext) GetParamCount() int { return c.info.params }

func (c *__gots_hookContext) GetReturnValCount() int {
	if !c.returned {
		return 0
	}
	return c.info.results
}

func (c *__gots_hookContext) GetFuncName() string { return c.info.function }

func (c *__gots_hookContext) GetPackageName() string { return c.info.pkg }

func (c *__gots_hookContext) GetParam(i int) interface{} {
	if c.info.isGeneric {
		panic("GetParam is unsupported for generic functions")
	}
	if i < 0 || i >= c.info.params || c.params == nil {
		return nil
	}
	return c.params(i, false, nil)
}

func (c *__gots_hookContext) SetParam(i int, value interface{}) {
	if c.info.isGeneric {
		panic("SetParam is unsupported for generic functions")
	}
	if i >= 0 && i < c.info.params && c.params != nil {
		c.params(i, true, value)
	}
}

func (c *__gots_hookContext) GetReturnVal(i int) interface{} {
	if c.info.isGeneric {
		panic("GetReturnVal is unsupported for generic functions")
	}
	if i < 0 || i >= c.info.results {
		return nil
	}
	return c.result(i)(i, false, nil)
}

func (c *__gots_hookContext) SetReturnVal(i int, value interface{}) {
	if c.info.isGeneric {
		panic("SetReturnVal is unsupported for generic functions")
	}
	if i >= 0 && i < c.info.results {
		c.result(i)(i, true, value)
	}
}

// Before the function has returned there are no results, and asking for one fails as indexing an empty list does.
func (c *__gots_hookContext) result(i int) func(int, bool, interface{}) interface{} {
	if !c.returned || c.results == nil {
		return []func(int, bool, interface{}) interface{}{}[i]
	}
	return c.results
}
