// Prepares a fresh global object and returns what the host calls. Everything used after the script has started is
// taken from the intrinsics here, so that a script that replaces them only fools itself.
(function prepare(emit, maxLength, dataText, tagged, envText) {
	'use strict';

	const { apply } = Reflect;
	const { isArray } = Array;
	const { keys, defineProperty } = Object;
	const { isView } = ArrayBuffer;
	const { parse } = JSON;
	const { slice } = String.prototype;
	const NotAFunction = TypeError;
	const TooLong = RangeError;

	function hidden(target, name, value) {
		defineProperty(target, name, { value, writable: true, enumerable: false, configurable: true });
	}

	function shown(target, name, value) {
		defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
	}

	// Own enumerable members are those of the error's JSON form.
	function toError({ name, message, code, status, extensions, own }) {
		const error = new Error();
		const json = code === undefined ? own : { name, extensions, code, status, ...own };
		const members = { name, message, extensions, stack: `${name}: ${message}` };
		for (const key of keys(members)) {
			if (!(key in json) && members[key] !== undefined) hidden(error, key, revive(members[key]));
		}
		for (const key of keys(json)) {
			if (json[key] !== undefined) shown(error, key, revive(json[key]));
		}
		return error;
	}

	// The counterpart of TaggedJson: dates, errors, NaN and Infinity.
	function revive(value) {
		if (typeof value !== 'object' || value === null) return value;
		if (isArray(value)) {
			for (let i = 0; i < value.length; i++) value[i] = revive(value[i]);
			return value;
		}
		const names = keys(value);
		if (names.length === 1) {
			const content = value[names[0]];
			switch (names[0]) {
				case '$flow:date':
					return new Date(content);
				case '$flow:number':
					return Number(content);
				case '$flow:error':
					return toError(content);
				case '$flow:object':
					return reviveMembers(content);
			}
		}
		return reviveMembers(value);
	}

	function reviveMembers(object) {
		for (const name of keys(object)) shown(object, name, revive(object[name]));
		return object;
	}

	// These fill memory in one go, where the engine cannot be stopped: Array.from({ length: 1e9 }).
	function bound(target, name, measured) {
		const original = target[name];
		const replacement = {
			[name](...args) {
				if (measured(this, args)?.length > maxLength) throw new TooLong('Invalid array length');
				return apply(original, this, args);
			},
		};
		hidden(target, name, replacement[name]);
	}

	bound(Array, 'from', (_, args) => args[0]);
	for (const name of ['toReversed', 'toSorted', 'toSpliced', 'with']) bound(Array.prototype, name, (self) => self);

	const data = parse(dataText);
	const chain = tagged ? revive(data) : data;

	const console = {};
	for (const level of ['log', 'info', 'warn', 'error', 'trace', 'debug']) {
		console[level] = (...args) => {
			emit(level, args);
		};
	}
	hidden(globalThis, 'console', console);
	hidden(globalThis, 'global', globalThis);
	hidden(globalThis, 'process', { env: parse(envText) });
	hidden(globalThis, 'module', { exports: null });

	const outcome = { state: 'pending', value: undefined };

	async function main(program) {
		try {
			program();
			const run = module.exports;
			if (typeof run !== 'function') throw new NotAFunction('module.exports is not a function');
			outcome.value = await apply(run, module, [chain]);
			outcome.state = 'resolved';
		} catch (thrown) {
			outcome.value = thrown;
			outcome.state = 'rejected';
		}
	}

	return {
		run(program) {
			main(program);
			return outcome;
		},
		isArray,
		isView,
		clip: (text, length) => apply(slice, text, [0, length]),
		same: (value) => value,
	};
});
