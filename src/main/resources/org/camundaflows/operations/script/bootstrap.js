// Prepares a fresh global object and returns what the host calls. Everything used after the script has started is
// taken from the intrinsics here, so that a script that replaces them only fools itself.
(function prepare(emit, dataText, tagged, envText) {
	'use strict';

	const { apply } = Reflect;
	const { isArray } = Array;
	const { keys, defineProperty } = Object;
	const { isView } = ArrayBuffer;
	const { parse } = JSON;
	const NotAFunction = TypeError;

	function hidden(target, name, value) {
		defineProperty(target, name, { value, writable: true, enumerable: false, configurable: true });
	}

	function shown(target, name, value) {
		defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
	}

	// Own enumerable members are those of the error's JSON form.
	function toError({ name, message, code, status, extensions, own }) {
		const error = new Error(message);
		hidden(error, 'stack', `${name}: ${message}`);
		const known = { name, extensions: revive(extensions), code, status };
		const define = code === undefined ? hidden : shown;
		for (const key of keys(known)) {
			if (known[key] !== undefined) define(error, key, known[key]);
		}
		for (const key of keys(own)) shown(error, key, revive(own[key]));
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
		same: (value) => value,
	};
});
