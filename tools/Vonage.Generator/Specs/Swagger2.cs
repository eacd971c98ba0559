using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Specs;

/// <summary>Says in the words of OpenAPI 3.0 what a Swagger 2.0 document says. What is of the wrong shape stays as it is, and is found afterwards.</summary>
internal static class Swagger2
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch"];

    // What a parameter says of its value, which has a schema of its own in version 3.0.
    private static readonly string[] OfSchema =
        ["type", "format", "items", "default", "enum", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "multipleOf"];

    public static void Convert(JObject root)
    {
        root["openapi"] = "3.0.3";
        var components = new JObject();
        root["servers"] = Servers(root);
        var parameters = Move(root, "parameters");
        components["schemas"] = Move(root, "definitions");
        var consumes = MediaTypes(root["consumes"]);
        var produces = MediaTypes(root["produces"]);
        components["responses"] = new JObject(Move(root, "responses").Properties().Select(r => new JProperty(r.Name, Response(r.Value, produces))));
        components["securitySchemes"] = new JObject(Move(root, "securityDefinitions").Properties().Select(s => new JProperty(s.Name, Scheme(s.Value))));
        components["parameters"] = new JObject(parameters.Properties().Where(p => !IsBody(p.Value)).Select(p => new JProperty(p.Name, Parameter(p.Value))));
        foreach (var path in (root["paths"] as JObject ?? []).PropertyValues().OfType<JObject>())
        {
            var shared = List(path["parameters"], parameters);
            path["parameters"] = new JArray(shared.Where(p => !IsBody(p)).Select(Parameter));
            foreach (var operation in path.Properties().Where(p => Methods.Contains(p.Name)).Select(p => p.Value).OfType<JObject>())
                Operation(operation, shared, parameters, consumes, produces);
        }
        root["components"] = components;
        foreach (var word in new[] { "swagger", "host", "basePath", "schemes", "consumes", "produces" })
            root.Remove(word);
        foreach (var reference in root.Descendants().OfType<JProperty>().Where(p => p.Name == "$ref").Select(p => p.Value).OfType<JValue>().Where(v => v.Type == JTokenType.String))
            reference.Value = ((string)reference.Value!)
                .Replace("#/definitions/", "#/components/schemas/", StringComparison.Ordinal).Replace("#/parameters/", "#/components/parameters/", StringComparison.Ordinal)
                .Replace("#/responses/", "#/components/responses/", StringComparison.Ordinal);
        foreach (var schema in root.Descendants().OfType<JObject>().Where(o => o["x-nullable"] is not null || o["discriminator"] is JValue { Type: JTokenType.String } || (string?)(o["type"] as JValue) == "file").ToList())
        {
            if (schema["x-nullable"] is { } nullable)
                schema["nullable"] ??= nullable;
            if (schema["discriminator"] is JValue { Type: JTokenType.String } name)
                schema["discriminator"] = new JObject { ["propertyName"] = name };
            if ((string?)(schema["type"] as JValue) == "file")
            {
                schema["type"] = "string";
                schema["format"] = "binary";
            }
        }
    }

    private static JArray Servers(JObject root)
    {
        var path = ((string?)(root["basePath"] as JValue) ?? string.Empty).TrimEnd('/');
        if ((string?)(root["host"] as JValue) is not { } host)
            return [new JObject { ["url"] = path.Length == 0 ? "/" : path }];
        var schemes = MediaTypes(root["schemes"]);
        return [new JObject { ["url"] = $"{(schemes.Count == 0 || schemes.Contains("https") ? "https" : schemes[0])}://{host}{path}" }];
    }

    private static JObject Move(JObject root, string word)
    {
        var value = root[word] as JObject ?? [];
        root.Remove(word);
        return value;
    }

    private static List<string> MediaTypes(JToken? list) => [.. (list as JArray ?? []).OfType<JValue>().Select(v => v.ToString())];

    private static List<JObject> List(JToken? list, JObject shared) =>
        [.. (list as JArray ?? []).OfType<JObject>().Select(p => (string?)(p["$ref"] as JValue) is { } reference && shared[reference[(reference.LastIndexOf('/') + 1)..]] is JObject found && IsBody(found) ? found : p)];

    private static bool IsBody(JToken parameter) => (string?)(parameter["in"] as JValue) is "body" or "formData";

    private static void Operation(JObject operation, List<JObject> ofPath, JObject shared, List<string> consumes, List<string> produces)
    {
        var parameters = List(operation["parameters"], shared);
        consumes = operation["consumes"] is JArray own ? MediaTypes(own) : consumes;
        produces = operation["produces"] is JArray given ? MediaTypes(given) : produces;
        if (RequestBody([.. ofPath.Concat(parameters).Where(IsBody)], consumes) is { } body)
            operation["requestBody"] = body;
        operation["parameters"] = new JArray(parameters.Where(p => !IsBody(p)).Select(Parameter));
        if (operation["responses"] is JObject responses)
            foreach (var response in responses.Properties().ToList())
                response.Value = Response(response.Value, produces);
        foreach (var word in new[] { "consumes", "produces", "schemes" })
            operation.Remove(word);
    }

    private static JObject? RequestBody(List<JObject> parameters, List<string> consumes)
    {
        if (parameters.Find(p => (string?)p["in"] == "body") is { } body)
        {
            var schema = body["schema"] ?? new JObject();
            var content = new JObject((consumes.Count == 0 ? ["application/json"] : consumes).Select(type => new JProperty(type, new JObject { ["schema"] = schema.DeepClone() })));
            return new JObject { ["content"] = content, ["required"] = body["required"], ["description"] = body["description"] };
        }
        if (parameters.Count == 0)
            return null;
        var form = new JObject { ["type"] = "object", ["properties"] = new JObject(), ["required"] = new JArray() };
        var encoding = new JObject();
        foreach (var field in parameters.Where(p => p["name"] is JValue))
        {
            var name = field["name"]!.ToString();
            var parameter = Parameter(field);
            form["properties"]![name] = parameter["schema"];
            if (field["description"] is { } description)
                form["properties"]![name]!["description"] = description.DeepClone();
            if (field["required"] is JValue { Value: true })
                ((JArray)form["required"]!).Add(name);
            if (parameter["explode"] is JValue { Value: false })
                encoding[name] = new JObject { ["style"] = "form", ["explode"] = false };
        }
        var isMultipart = consumes.Contains("multipart/form-data") || parameters.Exists(p => (string?)(p["type"] as JValue) == "file");
        return new JObject
        {
            ["required"] = parameters.Exists(p => p["required"] is JValue { Value: true }),
            ["content"] = new JObject { [isMultipart ? "multipart/form-data" : "application/x-www-form-urlencoded"] = new JObject { ["schema"] = form, ["encoding"] = encoding } },
        };
    }

    private static JToken Parameter(JToken value)
    {
        if (value is not JObject parameter || parameter["$ref"] is not null)
            return value.DeepClone();
        var converted = (JObject)parameter.DeepClone();
        var schema = new JObject();
        foreach (var word in OfSchema)
            if (converted[word] is { } said)
            {
                schema[word] = said;
                converted.Remove(word);
            }
        foreach (var extension in converted.Properties().Where(p => p.Name.StartsWith("x-", StringComparison.Ordinal)).ToList())
            schema[extension.Name] = extension.Value.DeepClone();
        converted["schema"] ??= schema;
        if ((string?)(schema["type"] as JValue) == "array")
        {
            var isInQuery = (string?)(parameter["in"] as JValue) is "query" or "formData";
            var format = (string?)(parameter["collectionFormat"] as JValue) ?? "csv";
            if (isInQuery)
                converted["explode"] = format == "multi";
            if (isInQuery && format is "ssv" or "pipes")
                converted["style"] = format == "ssv" ? "spaceDelimited" : "pipeDelimited";
            if (format == "tsv")
                throw new SpecException("collectionFormat: tsv is not supported, nor does OpenAPI 3.0 have it.", parameter);
            (schema["items"] as JObject)?.Remove("collectionFormat");
        }
        converted.Remove("collectionFormat");
        return converted;
    }

    private static JToken Response(JToken value, List<string> produces)
    {
        if (value is not JObject response || response["$ref"] is not null)
            return value.DeepClone();
        var converted = (JObject)response.DeepClone();
        converted.Remove("examples");
        foreach (var header in (converted["headers"] as JObject ?? []).Properties())
            header.Value = Parameter(header.Value);
        if (converted["schema"] is not { } schema)
            return converted;
        converted.Remove("schema");
        converted["content"] = new JObject((produces.Count == 0 ? ["application/json"] : produces).Distinct().Select(type => new JProperty(type, new JObject { ["schema"] = schema.DeepClone() })));
        return converted;
    }

    private static JToken Scheme(JToken value)
    {
        if (value is not JObject scheme)
            return value.DeepClone();
        var converted = (JObject)scheme.DeepClone();
        switch ((string?)(scheme["type"] as JValue))
        {
            case "basic":
                converted["type"] = "http";
                converted["scheme"] = "basic";
                break;
            case "oauth2":
                foreach (var word in new[] { "flow", "authorizationUrl", "tokenUrl", "scopes" })
                    converted.Remove(word);
                converted["flows"] = new JObject();
                break;
        }
        return converted;
    }
}
