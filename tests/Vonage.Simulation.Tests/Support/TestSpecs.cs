namespace Vonage.Simulation.Tests.Support;

/// <summary>A small API with one of everything, in two documents.</summary>
internal static class TestSpecs
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["shop"] = YamlToJson.Convert(Shop),
        ["second/shop"] = YamlToJson.Convert(SecondShop),
    };

    private const string Shop = """
        openapi: 3.0.3
        info:
          title: Shop
          version: 1.0.0
          description: |
            paths:
              /not/a/path:
        servers:
          - url: https://shop.example.com
          - url: https://shop-eu.example.com
            x-region: eu
        paths:
          # Comments are skipped.
          /v1/things:
            get:
              operationId: listThings
              security: []
              parameters:
                - { name: page_size, in: query, schema: { type: integer, minimum: 1, maximum: 100 } }
                - { name: where, in: query, x-json: true, schema: { type: array, items: { type: object, required: [field], properties: { field: { type: string } } } } }
                - { name: tag, in: query, schema: { type: array, items: { type: string, maxLength: 3 } } }
                - { name: ids, in: query, explode: false, schema: { type: array, items: { type: integer } } }
                - { name: X-Trace, in: header, required: true, schema: { type: string, format: uuid } }
              responses:
                '200':
                  description: Things.
                  headers:
                    X-Total: { schema: { type: integer }, example: 42 }
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/ThingPage' }
                    text/csv:
                      schema: { type: string }
                      example: "id;name"
                '400':
                  description: Refused.
                  content:
                    application/json:
                      schema: { type: object }
                      example: { code: 7, message: Something is wrong., invalid_parameters: { field: is wrong } }
            post:
              operationId: addThing
              security:
                - bearerAuth: []
                - basicAuth: []
              requestBody:
                required: true
                content:
                  application/json:
                    schema: { $ref: '#/components/schemas/NewThing' }
                    example: { name: Lamp }
              responses:
                '201':
                  description: Added.
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Thing' }
                      examples:
                        lamp: { value: { id: 1, name: Lamp } }
                        chair: { value: { id: 2, name: Chair } }
                '401': { $ref: '#/components/responses/Unauthorized' }
                '422':
                  description: Refused.
                  content:
                    application/problem+json:
                      schema: { $ref: '#/components/schemas/Problem' }
                      example: { title: Invalid, detail: Something is wrong. }
                '429':
                  description: Too many.
                  headers:
                    Retry-After: { schema: { type: integer, example: 15 } }
          /v1/things/{id}:
            parameters:
              - { name: id, in: path, required: true, schema: { type: integer } }
            get:
              operationId: getThing
              security: []
              responses: { '200': { description: A thing., content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
            delete:
              operationId: deleteThing
              security: []
              responses: { '204': { description: Gone. } }
          /v1/things/newest:
            get:
              operationId: getNewest
              security: []
              responses: { '200': { description: A thing., content: { application/json: { example: newest } } } }
          /v1/names/{name}.csv:
            get:
              operationId: getNames
              security: []
              parameters: [ { name: name, in: path, required: true, schema: { type: string, maxLength: 8 } } ]
              responses: { '200': { description: Names., content: { text/csv: { schema: { type: string }, example: 'a;b' } } } }
          /v1/files/{name}:
            get:
              operationId: getPhoto
              security: []
              parameters: [ { name: name, in: path, required: true, schema: { type: string } } ]
              responses: { '200': { description: A photo., content: { application/json: { example: photo } } } }
          /v1/tokens:
            post:
              operationId: getToken
              security: []
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [code] } } } }
              responses: { '200': { description: A token., content: { application/json: { example: of a code } } } }
          /legacy/send:
            post:
              operationId: sendLegacy
              security: [ { bodyAuth: [] }, { signatureAuth: [] }, { basicAuth: [] } ]
              requestBody:
                required: true
                content:
                  application/x-www-form-urlencoded:
                    schema:
                      type: object
                      required: [to]
                      properties:
                        to: { type: string, format: e164 }
                        ttl: { type: integer, minimum: 20 }
                        urgent: { type: boolean }
                        tags: { type: array, items: { type: string }, maxItems: 2 }
              responses:
                '200':
                  description: Taken or refused.
                  content:
                    application/json:
                      examples:
                        sent: { value: { messages: [ { status: '0' } ] } }
                        failed: { value: { messages: [ { status: '1', error-text: Throttled } ] } }
                '401': { description: Wrong credentials. }
          /legacy/search:
            get:
              operationId: searchLegacy
              security: [ { queryAuth: [] }, { signatureAuth: [] } ]
              responses: { '200': { description: Found. }, '401': { $ref: '#/components/responses/Unauthorized' } }
          /upload:
            post:
              operationId: upload
              security: []
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      required: [file, info]
                      properties:
                        file: { type: string, format: binary }
                        info: { type: object, required: [title], properties: { title: { type: string } } }
              responses: { '204': { description: Taken. }, '400': { description: Refused., content: { application/problem+json: { example: { title: Bad Request } } } } }
        components:
          responses:
            Unauthorized:
              description: Wrong credentials.
              content:
                application/problem+json:
                  schema: { $ref: '#/components/schemas/Problem' }
                  example: { title: Unauthorized, detail: Documented text. }
          securitySchemes:
            bearerAuth: { type: http, scheme: bearer }
            basicAuth: { type: http, scheme: basic }
            queryAuth: { type: apiKey, in: query, name: api_key, x-authentication: key-in-query }
            bodyAuth: { type: apiKey, in: query, name: api_key, x-authentication: key-in-body }
            signatureAuth: { type: apiKey, in: query, name: sig, x-authentication: signature }
          schemas:
            Problem:
              type: object
              properties: { type: { type: string }, title: { type: string }, detail: { type: string } }
            NewThing:
              type: object
              required: [name]
              properties:
                name: { type: string, minLength: 2 }
                size: { $ref: '#/components/schemas/Size' }
            Size:
              type: object
              required: [height]
              properties: { height: { type: number, minimum: 0 } }
            Thing:
              allOf:
                - $ref: '#/components/schemas/NewThing'
                - type: object
                  properties:
                    id: { type: integer, example: 3 }
                    kind: { type: string, enum: [lamp, chair] }
                    parts: { type: array, items: { $ref: '#/components/schemas/Thing' } }
            ThingPage:
              type: object
              properties:
                total: { type: integer, default: 1 }
                things: { type: array, items: { type: object, properties: { id: { type: integer, example: 3 } } } }
        """;

    private const string SecondShop = """
        openapi: 3.0.3
        info: { title: The other shop, version: 1.0.0 }
        servers:
          - url: https://other.example.com
        paths:
          /v1/things/{id}:
            get:
              operationId: getThing
              security: []
              responses:
                '200': { description: A thing., content: { application/json: { example: other } } }
                '404': { $ref: '#/components/responses/NotFound' }
          /v1/files/{id}:
            servers: [ { url: https://shop.example.com } ]
            get:
              operationId: getReport
              security: []
              parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
              responses: { '200': { description: A report., content: { application/json: { example: report } } } }
          /v1/tokens:
            servers: [ { url: https://shop.example.com } ]
            post:
              operationId: getToken
              security: []
              requestBody: { required: true, content: { application/json: { schema: { type: object, required: [login] } } } }
              responses: { '200': { description: A token., content: { application/json: { example: of a login } } } }
        components:
          responses:
            NotFound: { description: No such thing. }
        """;
}
