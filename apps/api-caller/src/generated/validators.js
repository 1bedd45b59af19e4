'use strict';
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) =>
  function __require() {
    try {
      return (
        mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod),
        mod.exports
      );
    } catch (e) {
      throw ((mod = 0), e);
    }
  };

// tools/node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  'tools/node_modules/ajv/dist/runtime/ucs2length.js'(exports2) {
    'use strict';
    Object.defineProperty(exports2, '__esModule', { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320) pos++;
        }
      }
      return length;
    }
    exports2.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  },
});

// <stdin>
exports.environment = validate20;
var schema31 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'The environment of the function',
  type: 'object',
  required: [
    'OKTA_ISSUER',
    'OKTA_CLIENT_ID',
    'OKTA_GRANT',
    'OKTA_SCOPES',
    'API_NAME',
    'API_BASE_URL',
    'SECRET_ID',
  ],
  properties: {
    OKTA_ISSUER: { type: 'string', pattern: '^https://[^/?#@]+/oauth2/[^/?#]+$' },
    OKTA_CLIENT_ID: { type: 'string', minLength: 1 },
    OKTA_GRANT: { enum: ['private_key_jwt', 'client_secret', 'password'] },
    OKTA_CLIENT_AUTHENTICATION: { enum: ['basic', 'post'] },
    OKTA_SCOPES: { type: 'string', pattern: '^[!#-\\[\\]-~]+( [!#-\\[\\]-~]+)*$' },
    OKTA_PROXY_URL: { type: 'string', pattern: '^http://[^/?#@:]+:\\d+/?$' },
    API_NAME: { type: 'string', pattern: '^[A-Za-z0-9_-]+$' },
    API_BASE_URL: { type: 'string', pattern: '^https://[^/?#@]+(/[^?#]*)?$' },
    SECRET_ID: { type: 'string', pattern: '^arn:[^:]+:secretsmanager:[^:]+:\\d{12}:secret:.+$' },
    LOG_LEVEL: { enum: ['debug', 'info', 'warn', 'error'] },
  },
  if: { properties: { OKTA_GRANT: { const: 'private_key_jwt' } }, required: ['OKTA_GRANT'] },
  then: { properties: { OKTA_CLIENT_AUTHENTICATION: false } },
};
var pattern4 = new RegExp('^https://[^/?#@]+/oauth2/[^/?#]+$', 'u');
var pattern5 = new RegExp('^[!#-\\[\\]-~]+( [!#-\\[\\]-~]+)*$', 'u');
var pattern6 = new RegExp('^http://[^/?#@:]+:\\d+/?$', 'u');
var pattern7 = new RegExp('^[A-Za-z0-9_-]+$', 'u');
var pattern8 = new RegExp('^https://[^/?#@]+(/[^?#]*)?$', 'u');
var pattern9 = new RegExp('^arn:[^:]+:secretsmanager:[^:]+:\\d{12}:secret:.+$', 'u');
var func1 = require_ucs2length().default;
function validate20(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    let missing0;
    if (data.OKTA_GRANT === void 0 && (missing0 = 'OKTA_GRANT')) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    } else {
      if (data.OKTA_GRANT !== void 0) {
        if ('private_key_jwt' !== data.OKTA_GRANT) {
          const err1 = {};
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
    }
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs4 = errors;
    if (data && typeof data == 'object' && !Array.isArray(data)) {
      if (data.OKTA_CLIENT_AUTHENTICATION !== void 0) {
        const err2 = {
          instancePath: instancePath + '/OKTA_CLIENT_AUTHENTICATION',
          schemaPath: '#/then/properties/OKTA_CLIENT_AUTHENTICATION/false schema',
          keyword: 'false schema',
          params: {},
          message: 'boolean schema is false',
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    if (valid0) {
      var props0 = {};
      props0.OKTA_CLIENT_AUTHENTICATION = true;
      props0.OKTA_GRANT = true;
    }
  }
  if (!valid0) {
    const err3 = {
      instancePath,
      schemaPath: '#/if',
      keyword: 'if',
      params: { failingKeyword: 'then' },
      message: 'must match "then" schema',
    };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.OKTA_ISSUER === void 0) {
      const err4 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'OKTA_ISSUER' },
        message: "must have required property 'OKTA_ISSUER'",
      };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.OKTA_CLIENT_ID === void 0) {
      const err5 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'OKTA_CLIENT_ID' },
        message: "must have required property 'OKTA_CLIENT_ID'",
      };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.OKTA_GRANT === void 0) {
      const err6 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'OKTA_GRANT' },
        message: "must have required property 'OKTA_GRANT'",
      };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.OKTA_SCOPES === void 0) {
      const err7 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'OKTA_SCOPES' },
        message: "must have required property 'OKTA_SCOPES'",
      };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.API_NAME === void 0) {
      const err8 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'API_NAME' },
        message: "must have required property 'API_NAME'",
      };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.API_BASE_URL === void 0) {
      const err9 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'API_BASE_URL' },
        message: "must have required property 'API_BASE_URL'",
      };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (data.SECRET_ID === void 0) {
      const err10 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'SECRET_ID' },
        message: "must have required property 'SECRET_ID'",
      };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (props0 !== true) {
      props0 = props0 || {};
      props0.OKTA_ISSUER = true;
      props0.OKTA_CLIENT_ID = true;
      props0.OKTA_GRANT = true;
      props0.OKTA_CLIENT_AUTHENTICATION = true;
      props0.OKTA_SCOPES = true;
      props0.OKTA_PROXY_URL = true;
      props0.API_NAME = true;
      props0.API_BASE_URL = true;
      props0.SECRET_ID = true;
      props0.LOG_LEVEL = true;
    }
    if (data.OKTA_ISSUER !== void 0) {
      let data2 = data.OKTA_ISSUER;
      if (typeof data2 === 'string') {
        if (!pattern4.test(data2)) {
          const err11 = {
            instancePath: instancePath + '/OKTA_ISSUER',
            schemaPath: '#/properties/OKTA_ISSUER/pattern',
            keyword: 'pattern',
            params: { pattern: '^https://[^/?#@]+/oauth2/[^/?#]+$' },
            message: 'must match pattern "^https://[^/?#@]+/oauth2/[^/?#]+$"',
          };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = {
          instancePath: instancePath + '/OKTA_ISSUER',
          schemaPath: '#/properties/OKTA_ISSUER/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.OKTA_CLIENT_ID !== void 0) {
      let data3 = data.OKTA_CLIENT_ID;
      if (typeof data3 === 'string') {
        if (func1(data3) < 1) {
          const err13 = {
            instancePath: instancePath + '/OKTA_CLIENT_ID',
            schemaPath: '#/properties/OKTA_CLIENT_ID/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 characters',
          };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = {
          instancePath: instancePath + '/OKTA_CLIENT_ID',
          schemaPath: '#/properties/OKTA_CLIENT_ID/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.OKTA_GRANT !== void 0) {
      let data4 = data.OKTA_GRANT;
      if (!(data4 === 'private_key_jwt' || data4 === 'client_secret' || data4 === 'password')) {
        const err15 = {
          instancePath: instancePath + '/OKTA_GRANT',
          schemaPath: '#/properties/OKTA_GRANT/enum',
          keyword: 'enum',
          params: { allowedValues: schema31.properties.OKTA_GRANT.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.OKTA_CLIENT_AUTHENTICATION !== void 0) {
      let data5 = data.OKTA_CLIENT_AUTHENTICATION;
      if (!(data5 === 'basic' || data5 === 'post')) {
        const err16 = {
          instancePath: instancePath + '/OKTA_CLIENT_AUTHENTICATION',
          schemaPath: '#/properties/OKTA_CLIENT_AUTHENTICATION/enum',
          keyword: 'enum',
          params: { allowedValues: schema31.properties.OKTA_CLIENT_AUTHENTICATION.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.OKTA_SCOPES !== void 0) {
      let data6 = data.OKTA_SCOPES;
      if (typeof data6 === 'string') {
        if (!pattern5.test(data6)) {
          const err17 = {
            instancePath: instancePath + '/OKTA_SCOPES',
            schemaPath: '#/properties/OKTA_SCOPES/pattern',
            keyword: 'pattern',
            params: { pattern: '^[!#-\\[\\]-~]+( [!#-\\[\\]-~]+)*$' },
            message: 'must match pattern "^[!#-\\[\\]-~]+( [!#-\\[\\]-~]+)*$"',
          };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      } else {
        const err18 = {
          instancePath: instancePath + '/OKTA_SCOPES',
          schemaPath: '#/properties/OKTA_SCOPES/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.OKTA_PROXY_URL !== void 0) {
      let data7 = data.OKTA_PROXY_URL;
      if (typeof data7 === 'string') {
        if (!pattern6.test(data7)) {
          const err19 = {
            instancePath: instancePath + '/OKTA_PROXY_URL',
            schemaPath: '#/properties/OKTA_PROXY_URL/pattern',
            keyword: 'pattern',
            params: { pattern: '^http://[^/?#@:]+:\\d+/?$' },
            message: 'must match pattern "^http://[^/?#@:]+:\\d+/?$"',
          };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      } else {
        const err20 = {
          instancePath: instancePath + '/OKTA_PROXY_URL',
          schemaPath: '#/properties/OKTA_PROXY_URL/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.API_NAME !== void 0) {
      let data8 = data.API_NAME;
      if (typeof data8 === 'string') {
        if (!pattern7.test(data8)) {
          const err21 = {
            instancePath: instancePath + '/API_NAME',
            schemaPath: '#/properties/API_NAME/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Za-z0-9_-]+$' },
            message: 'must match pattern "^[A-Za-z0-9_-]+$"',
          };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      } else {
        const err22 = {
          instancePath: instancePath + '/API_NAME',
          schemaPath: '#/properties/API_NAME/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.API_BASE_URL !== void 0) {
      let data9 = data.API_BASE_URL;
      if (typeof data9 === 'string') {
        if (!pattern8.test(data9)) {
          const err23 = {
            instancePath: instancePath + '/API_BASE_URL',
            schemaPath: '#/properties/API_BASE_URL/pattern',
            keyword: 'pattern',
            params: { pattern: '^https://[^/?#@]+(/[^?#]*)?$' },
            message: 'must match pattern "^https://[^/?#@]+(/[^?#]*)?$"',
          };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = {
          instancePath: instancePath + '/API_BASE_URL',
          schemaPath: '#/properties/API_BASE_URL/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.SECRET_ID !== void 0) {
      let data10 = data.SECRET_ID;
      if (typeof data10 === 'string') {
        if (!pattern9.test(data10)) {
          const err25 = {
            instancePath: instancePath + '/SECRET_ID',
            schemaPath: '#/properties/SECRET_ID/pattern',
            keyword: 'pattern',
            params: { pattern: '^arn:[^:]+:secretsmanager:[^:]+:\\d{12}:secret:.+$' },
            message: 'must match pattern "^arn:[^:]+:secretsmanager:[^:]+:\\d{12}:secret:.+$"',
          };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      } else {
        const err26 = {
          instancePath: instancePath + '/SECRET_ID',
          schemaPath: '#/properties/SECRET_ID/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.LOG_LEVEL !== void 0) {
      let data11 = data.LOG_LEVEL;
      if (!(data11 === 'debug' || data11 === 'info' || data11 === 'warn' || data11 === 'error')) {
        const err27 = {
          instancePath: instancePath + '/LOG_LEVEL',
          schemaPath: '#/properties/LOG_LEVEL/enum',
          keyword: 'enum',
          params: { allowedValues: schema31.properties.LOG_LEVEL.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
  } else {
    const err28 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err28];
    } else {
      vErrors.push(err28);
    }
    errors++;
  }
  validate20.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate20.evaluated = { dynamicProps: true, dynamicItems: false };
exports.input = validate21;
var schema32 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'What a state machine gives the function',
  type: 'object',
  required: ['method', 'path'],
  additionalProperties: false,
  properties: {
    method: { enum: ['GET', 'HEAD', 'PUT', 'DELETE', 'POST', 'PATCH'] },
    path: { type: 'string', pattern: '^/' },
    query: {
      type: 'object',
      additionalProperties: {
        anyOf: [{ $ref: '#/$defs/scalar' }, { type: 'array', items: { $ref: '#/$defs/scalar' } }],
      },
    },
    headers: { type: 'object', additionalProperties: { type: 'string' } },
    body: {},
    responseSchema: { type: 'string' },
    correlationId: { type: 'string', maxLength: 256, pattern: '^\\P{Cs}+$' },
    retryCount: { type: 'integer', minimum: 0 },
  },
  $defs: { scalar: { type: ['string', 'number', 'boolean'] } },
};
var schema33 = { type: ['string', 'number', 'boolean'] };
var pattern10 = new RegExp('^/', 'u');
var pattern11 = new RegExp('^\\P{Cs}+$', 'u');
function validate21(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.method === void 0) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'method' },
        message: "must have required property 'method'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.path === void 0) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'path' },
        message: "must have required property 'path'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(
        key0 === 'method' ||
        key0 === 'path' ||
        key0 === 'query' ||
        key0 === 'headers' ||
        key0 === 'body' ||
        key0 === 'responseSchema' ||
        key0 === 'correlationId' ||
        key0 === 'retryCount'
      )) {
        const err2 = {
          instancePath,
          schemaPath: '#/additionalProperties',
          keyword: 'additionalProperties',
          params: { additionalProperty: key0 },
          message: 'must NOT have additional properties',
        };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.method !== void 0) {
      let data0 = data.method;
      if (!(
        data0 === 'GET' ||
        data0 === 'HEAD' ||
        data0 === 'PUT' ||
        data0 === 'DELETE' ||
        data0 === 'POST' ||
        data0 === 'PATCH'
      )) {
        const err3 = {
          instancePath: instancePath + '/method',
          schemaPath: '#/properties/method/enum',
          keyword: 'enum',
          params: { allowedValues: schema32.properties.method.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      let data1 = data.path;
      if (typeof data1 === 'string') {
        if (!pattern10.test(data1)) {
          const err4 = {
            instancePath: instancePath + '/path',
            schemaPath: '#/properties/path/pattern',
            keyword: 'pattern',
            params: { pattern: '^/' },
            message: 'must match pattern "^/"',
          };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = {
          instancePath: instancePath + '/path',
          schemaPath: '#/properties/path/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.query !== void 0) {
      let data2 = data.query;
      if (data2 && typeof data2 == 'object' && !Array.isArray(data2)) {
        for (const key1 in data2) {
          let data3 = data2[key1];
          const _errs9 = errors;
          let valid2 = false;
          const _errs10 = errors;
          if (
            typeof data3 !== 'string' &&
            !(typeof data3 == 'number' && isFinite(data3)) &&
            typeof data3 !== 'boolean'
          ) {
            const err6 = {
              instancePath:
                instancePath + '/query/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/$defs/scalar/type',
              keyword: 'type',
              params: { type: schema33.type },
              message: 'must be string,number,boolean',
            };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
          var _valid0 = _errs10 === errors;
          valid2 = valid2 || _valid0;
          const _errs13 = errors;
          if (Array.isArray(data3)) {
            const len0 = data3.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data4 = data3[i0];
              if (
                typeof data4 !== 'string' &&
                !(typeof data4 == 'number' && isFinite(data4)) &&
                typeof data4 !== 'boolean'
              ) {
                const err7 = {
                  instancePath:
                    instancePath +
                    '/query/' +
                    key1.replace(/~/g, '~0').replace(/\//g, '~1') +
                    '/' +
                    i0,
                  schemaPath: '#/$defs/scalar/type',
                  keyword: 'type',
                  params: { type: schema33.type },
                  message: 'must be string,number,boolean',
                };
                if (vErrors === null) {
                  vErrors = [err7];
                } else {
                  vErrors.push(err7);
                }
                errors++;
              }
            }
          } else {
            const err8 = {
              instancePath:
                instancePath + '/query/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/properties/query/additionalProperties/anyOf/1/type',
              keyword: 'type',
              params: { type: 'array' },
              message: 'must be array',
            };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
          var _valid0 = _errs13 === errors;
          valid2 = valid2 || _valid0;
          if (!valid2) {
            const err9 = {
              instancePath:
                instancePath + '/query/' + key1.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/properties/query/additionalProperties/anyOf',
              keyword: 'anyOf',
              params: {},
              message: 'must match a schema in anyOf',
            };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          } else {
            errors = _errs9;
            if (vErrors !== null) {
              if (_errs9) {
                vErrors.length = _errs9;
              } else {
                vErrors = null;
              }
            }
          }
        }
      } else {
        const err10 = {
          instancePath: instancePath + '/query',
          schemaPath: '#/properties/query/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.headers !== void 0) {
      let data5 = data.headers;
      if (data5 && typeof data5 == 'object' && !Array.isArray(data5)) {
        for (const key2 in data5) {
          if (typeof data5[key2] !== 'string') {
            const err11 = {
              instancePath:
                instancePath + '/headers/' + key2.replace(/~/g, '~0').replace(/\//g, '~1'),
              schemaPath: '#/properties/headers/additionalProperties/type',
              keyword: 'type',
              params: { type: 'string' },
              message: 'must be string',
            };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
      } else {
        const err12 = {
          instancePath: instancePath + '/headers',
          schemaPath: '#/properties/headers/type',
          keyword: 'type',
          params: { type: 'object' },
          message: 'must be object',
        };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.responseSchema !== void 0) {
      if (typeof data.responseSchema !== 'string') {
        const err13 = {
          instancePath: instancePath + '/responseSchema',
          schemaPath: '#/properties/responseSchema/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.correlationId !== void 0) {
      let data8 = data.correlationId;
      if (typeof data8 === 'string') {
        if (func1(data8) > 256) {
          const err14 = {
            instancePath: instancePath + '/correlationId',
            schemaPath: '#/properties/correlationId/maxLength',
            keyword: 'maxLength',
            params: { limit: 256 },
            message: 'must NOT have more than 256 characters',
          };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (!pattern11.test(data8)) {
          const err15 = {
            instancePath: instancePath + '/correlationId',
            schemaPath: '#/properties/correlationId/pattern',
            keyword: 'pattern',
            params: { pattern: '^\\P{Cs}+$' },
            message: 'must match pattern "^\\P{Cs}+$"',
          };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = {
          instancePath: instancePath + '/correlationId',
          schemaPath: '#/properties/correlationId/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.retryCount !== void 0) {
      let data9 = data.retryCount;
      if (!(typeof data9 == 'number' && !(data9 % 1) && !isNaN(data9) && isFinite(data9))) {
        const err17 = {
          instancePath: instancePath + '/retryCount',
          schemaPath: '#/properties/retryCount/type',
          keyword: 'type',
          params: { type: 'integer' },
          message: 'must be integer',
        };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      if (typeof data9 == 'number' && isFinite(data9)) {
        if (data9 < 0 || isNaN(data9)) {
          const err18 = {
            instancePath: instancePath + '/retryCount',
            schemaPath: '#/properties/retryCount/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            message: 'must be >= 0',
          };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      }
    }
  } else {
    const err19 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err19];
    } else {
      vErrors.push(err19);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { props: true, dynamicProps: false, dynamicItems: false };
exports['responses/invoice'] = validate22;
var pattern12 = new RegExp('^[A-Z]{3}$', 'u');
function validate22(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'id' },
        message: "must have required property 'id'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.amount === void 0) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'amount' },
        message: "must have required property 'amount'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.currency === void 0) {
      const err2 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'currency' },
        message: "must have required property 'currency'",
      };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.id !== void 0) {
      let data0 = data.id;
      if (typeof data0 === 'string') {
        if (func1(data0) < 1) {
          const err3 = {
            instancePath: instancePath + '/id',
            schemaPath: '#/properties/id/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 characters',
          };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = {
          instancePath: instancePath + '/id',
          schemaPath: '#/properties/id/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.amount !== void 0) {
      let data1 = data.amount;
      if (!(typeof data1 == 'number' && isFinite(data1))) {
        const err5 = {
          instancePath: instancePath + '/amount',
          schemaPath: '#/properties/amount/type',
          keyword: 'type',
          params: { type: 'number' },
          message: 'must be number',
        };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.currency !== void 0) {
      let data2 = data.currency;
      if (typeof data2 === 'string') {
        if (!pattern12.test(data2)) {
          const err6 = {
            instancePath: instancePath + '/currency',
            schemaPath: '#/properties/currency/pattern',
            keyword: 'pattern',
            params: { pattern: '^[A-Z]{3}$' },
            message: 'must match pattern "^[A-Z]{3}$"',
          };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = {
          instancePath: instancePath + '/currency',
          schemaPath: '#/properties/currency/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
  } else {
    const err8 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = {
  props: { id: true, amount: true, currency: true },
  dynamicProps: false,
  dynamicItems: false,
};
exports['responses/order'] = validate23;
function validate23(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate23.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'id' },
        message: "must have required property 'id'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.lines === void 0) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'lines' },
        message: "must have required property 'lines'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.id !== void 0) {
      let data0 = data.id;
      if (typeof data0 === 'string') {
        if (func1(data0) < 1) {
          const err2 = {
            instancePath: instancePath + '/id',
            schemaPath: '#/properties/id/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 characters',
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = {
          instancePath: instancePath + '/id',
          schemaPath: '#/properties/id/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.lines !== void 0) {
      let data1 = data.lines;
      if (!(typeof data1 == 'number' && !(data1 % 1) && !isNaN(data1) && isFinite(data1))) {
        const err4 = {
          instancePath: instancePath + '/lines',
          schemaPath: '#/properties/lines/type',
          keyword: 'type',
          params: { type: 'integer' },
          message: 'must be integer',
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (typeof data1 == 'number' && isFinite(data1)) {
        if (data1 < 0 || isNaN(data1)) {
          const err5 = {
            instancePath: instancePath + '/lines',
            schemaPath: '#/properties/lines/minimum',
            keyword: 'minimum',
            params: { comparison: '>=', limit: 0 },
            message: 'must be >= 0',
          };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    }
  } else {
    const err6 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate23.errors = vErrors;
  return errors === 0;
}
validate23.evaluated = {
  props: { id: true, lines: true },
  dynamicProps: false,
  dynamicItems: false,
};
exports['responses/shipment'] = validate24;
var schema37 = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A shipment',
  type: 'object',
  required: ['id', 'status'],
  properties: {
    id: { type: 'string', minLength: 1 },
    status: { enum: ['announced', 'under way', 'delivered'] },
  },
};
function validate24(
  data,
  { instancePath = '', parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {},
) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == 'object' && !Array.isArray(data)) {
    if (data.id === void 0) {
      const err0 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'id' },
        message: "must have required property 'id'",
      };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.status === void 0) {
      const err1 = {
        instancePath,
        schemaPath: '#/required',
        keyword: 'required',
        params: { missingProperty: 'status' },
        message: "must have required property 'status'",
      };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.id !== void 0) {
      let data0 = data.id;
      if (typeof data0 === 'string') {
        if (func1(data0) < 1) {
          const err2 = {
            instancePath: instancePath + '/id',
            schemaPath: '#/properties/id/minLength',
            keyword: 'minLength',
            params: { limit: 1 },
            message: 'must NOT have fewer than 1 characters',
          };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = {
          instancePath: instancePath + '/id',
          schemaPath: '#/properties/id/type',
          keyword: 'type',
          params: { type: 'string' },
          message: 'must be string',
        };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.status !== void 0) {
      let data1 = data.status;
      if (!(data1 === 'announced' || data1 === 'under way' || data1 === 'delivered')) {
        const err4 = {
          instancePath: instancePath + '/status',
          schemaPath: '#/properties/status/enum',
          keyword: 'enum',
          params: { allowedValues: schema37.properties.status.enum },
          message: 'must be equal to one of the allowed values',
        };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = {
      instancePath,
      schemaPath: '#/type',
      keyword: 'type',
      params: { type: 'object' },
      message: 'must be object',
    };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
validate24.evaluated = {
  props: { id: true, status: true },
  dynamicProps: false,
  dynamicItems: false,
};
