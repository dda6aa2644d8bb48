import type { HooksAdvice } from '../../../aspects/ir.ts';
import { packageClauseName } from '../../1-select/file.ts';
import { addedName, type PackageSession } from '../package-session.ts';

type Flavour = HooksAdvice['flavour'];

/** The interface that hooks of a flavour take, as the woven package spells it. Hooks have their own, with the same methods. */
export const contextType: Readonly<Record<Flavour, string>> = {
  otelc: '__gots_HookContext',
  loongsuite: '__gots_CallContext',
};

/** Methods of both, in the form of an interface's body; an interface value passed on works as long as the sets are equal. */
const shared = `
	SetSkipCall(bool)
	IsSkipCall() bool
	SetData(interface{})
	GetData() interface{}
	GetKeyData(string) interface{}
	SetKeyData(string, interface{})
	HasKeyData(string) bool
	GetParam(int) interface{}
	SetParam(int, interface{})
	GetReturnVal(int) interface{}
	SetReturnVal(int, interface{})
	GetFuncName() string
	GetPackageName() string
`;

const interfaces: Readonly<Record<Flavour, string>> = {
  otelc: `type __gots_HookContext interface {${shared}	GetParamCount() int
	GetReturnValCount() int
}
`,
  loongsuite: `type __gots_CallContext interface {${shared}}
`,
};

/**
 * What all trampolines of a package share. The context of a call lies in the frame of the function that is called; its
 * address is hidden from escape analysis where no hook can keep it.
 */
const runtime = `
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
`;

/** Sees to it that the package gets what its trampolines need. */
export function needContext(pkg: PackageSession, flavour: Flavour): void {
  const name = packageClauseName(pkg.request.files[0]?.bytes ?? Buffer.alloc(0)) ?? pkg.request.facts.name ?? '_';
  const add = (key: string, base: string, body: string): void => {
    if (pkg.added.has(key)) return;
    const text = Buffer.from(`//line <gots>/${base}:1:1\npackage ${name}\n${body}`);
    pkg.added.set(key, { name: addedName(pkg, base), text, imports: [], links: [] });
  };
  add('hooks', 'hooks.go', runtime);
  add(`hooks ${flavour}`, `${flavour}_context.go`, `\n${interfaces[flavour]}`);
}
