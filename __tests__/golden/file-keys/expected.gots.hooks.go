//line <gots>/hooks.go:1:1
package demo

import __gots_unsafe "unsafe"

type __gotsInfo struct {
	function, pkg   __gotsString
	params, results __gotsInt
	generic         __gotsInt
}

type __gotsContext struct {
	info     func() __gotsInfo
	params   func(__gotsInt, __gotsBool, interface{}) interface{}
	results  func(__gotsInt, __gotsBool, interface{}) interface{}
	data     interface{}
	skip     __gotsBool
	returned __gotsBool
}

//go:nosplit
//go:nocheckptr
func __gotsHidden(c *__gotsContext) *__gotsContext {
	x := __gotsUintptr(__gots_unsafe.Pointer(c))
	return (*__gotsContext)(__gots_unsafe.Pointer(x ^ 0))
}

func (c *__gotsContext) SetSkipCall(skip __gotsBool) { c.skip = skip }

func (c *__gotsContext) IsSkipCall() __gotsBool { return c.skip }

func (c *__gotsContext) SetData(data interface{}) { c.data = data }

func (c *__gotsContext) GetData() interface{} { return c.data }

func (c *__gotsContext) GetKeyData(key __gotsString) interface{} {
	m, _ := c.data.(map[__gotsString]interface{})
	return m[key]
}

func (c *__gotsContext) SetKeyData(key __gotsString, value interface{}) {
	m, _ := c.data.(map[__gotsString]interface{})
	if __gotsNoMap(m) {
		m = map[__gotsString]interface{}{}
		c.data = m
	}
	m[key] = value
}

func (c *__gotsContext) HasKeyData(key __gotsString) __gotsBool {
	m, _ := c.data.(map[__gotsString]interface{})
	_, ok := m[key]
	return ok
}

func (c *__gotsContext) GetParamCount() __gotsInt { return c.info().params }

func (c *__gotsContext) GetReturnValCount() __gotsInt {
	if !c.returned {
		return 0
	}
	return c.info().results
}

func (c *__gotsContext) GetFuncName() __gotsString { return c.info().function }

func (c *__gotsContext) GetPackageName() __gotsString { return c.info().pkg }

func (c *__gotsContext) GetParam(i __gotsInt) (none interface{}) {
	if c.info().generic == 1 {
		__gotsPanic("GetParam is unsupported for generic functions")
	}
	if i < 0 || i >= c.info().params {
		return none
	}
	return c.params(i, 0 == 1, none)
}

func (c *__gotsContext) SetParam(i __gotsInt, value interface{}) {
	if c.info().generic == 1 {
		__gotsPanic("SetParam is unsupported for generic functions")
	}
	if i >= 0 && i < c.info().params {
		c.params(i, 0 == 0, value)
	}
}

func (c *__gotsContext) GetReturnVal(i __gotsInt) (none interface{}) {
	if c.info().generic == 1 {
		__gotsPanic("GetReturnVal is unsupported for generic functions")
	}
	if i < 0 || i >= c.info().results {
		return none
	}
	return c.result(i)(i, 0 == 1, none)
}

func (c *__gotsContext) SetReturnVal(i __gotsInt, value interface{}) {
	if c.info().generic == 1 {
		__gotsPanic("SetReturnVal is unsupported for generic functions")
	}
	if i >= 0 && i < c.info().results {
		c.result(i)(i, 0 == 0, value)
	}
}

// Before the function has returned there are no results, and asking for one fails as indexing an empty list does.
func (c *__gotsContext) result(i __gotsInt) func(__gotsInt, __gotsBool, interface{}) interface{} {
	if !c.returned {
		return []func(__gotsInt, __gotsBool, interface{}) interface{}{}[i]
	}
	return c.results
}
