using Newtonsoft.Json;

namespace Vonage.Cli.Tests.Support;

/// <summary>An operation with the example that its specification gives of a request.</summary>
internal sealed class Example
{
    private readonly JObject _document;
    private readonly JObject _path;
    private readonly JObject _operation;

    private Example(JObject document, JObject path, JObject operation, ApiGroup group, ApiCommand command)
    {
        (_document, _path, _operation) = (document, path, operation);
        Start = group.Provider == "Vonage" ? [group.Name, command.Name] : ["flowroute", group.Name, command.Name];
        Command = command;
    }

    public string[] Start { get; }

    public ApiCommand Command { get; }

    /// <summary>The example of the body; <see langword="null"/> if there is none.</summary>
    public JToken? Body => _operation["requestBody"] is JObject body && ((JObject?)Dereference(body)?["content"])?.Properties().First().Value is JObject content
        ? content["example"] ?? Dereference((content["examples"] as JObject)?.PropertyValues().FirstOrDefault() as JObject)?["value"]
        : null;

    /// <summary>All operations.</summary>
    public static IEnumerable<Example> All()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Find(), "generated", "openapi"), "*.json", SearchOption.AllDirectories))
        {
            using var reader = new JsonTextReader(new StreamReader(file)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
            var document = JObject.Load(reader);
            foreach (var path in ((JObject?)document["paths"] ?? []).Properties())
                foreach (var group in ApiGroups.All)
                    foreach (var command in group.Commands.Where(command => command.Operation.PathTemplate == path.Name))
                        if (path.Value[command.Operation.Method.Method.ToLowerInvariant()] is JObject operation && command.Operation.Name.EndsWith($".{operation["operationId"]}", StringComparison.Ordinal) && (string?)operation["summary"] == command.Summary && (group.Provider == "Flowroute") == file.Contains("flowroute", StringComparison.Ordinal))
                            yield return new(document, (JObject)path.Value, operation, group, command);
        }
    }

    /// <summary>The required parameters as arguments.</summary>
    public IEnumerable<string> Arguments()
    {
        foreach (var field in Command.Inputs.Where(input => input.IsRequired || input.From is not null))
            if (ValueOf(Parameter(field)) is { } value)
            {
                yield return "--" + field.Name;
                yield return value;
            }

        // What the request needs besides.
        foreach (var field in LoginCode.FieldsOf(Command.Body?.Model))
        {
            yield return "--" + field.Name;
            yield return field.Name == "code" ? "0dadaeb4-7c79-4d39-b4b0-5a6cc08bf537" : "https://example.com/callback";
        }

        if (Command.IsDownload)
        {
            yield return "--output";
            yield return "-";
        }
    }

    private JObject Parameter(Field field) => (_path["parameters"] as JArray ?? []).Concat(_operation["parameters"] as JArray ?? []).Cast<JObject>().Select(p => Dereference(p)!)
        .Last(p => (string?)p["name"] == field.Path && (string?)p["in"] == field.In);

    private string? ValueOf(JObject parameter)
    {
        var schema = Dereference(parameter["schema"] as JObject);
        var example = parameter["example"] ?? schema?["example"] ?? (schema?["enum"] as JArray)?.First ?? Dereference((parameter["examples"] as JObject)?.PropertyValues().FirstOrDefault() as JObject)?["value"];
        return example switch
        {
            null => null,
            JArray list => string.Join(',', list),
            JValue { Type: JTokenType.Boolean } flag => (bool)flag ? "true" : "false",
            _ => example.ToString(),
        };
    }

    private JObject? Dereference(JObject? value)
    {
        while (value is not null && (string?)value["$ref"] is { } reference)
            value = reference[2..].Split('/').Aggregate((JToken?)_document, (at, part) => at?[part.Replace("~1", "/", StringComparison.Ordinal)]) as JObject;
        return value;
    }
}
