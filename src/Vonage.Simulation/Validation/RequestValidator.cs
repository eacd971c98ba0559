using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using Vonage.Simulation.Authentication;
using Vonage.Simulation.Specs;

namespace Vonage.Simulation.Validation;

/// <summary>Validates the parameters and the body of a request against the document.</summary>
internal static class RequestValidator
{
    /// <summary>Returns the body as JSON, regardless of its format, and the errors in the request.</summary>
    public static (JsonNode? Body, IReadOnlyList<SpecViolation> Violations) Check(
        SpecOperation operation, ReceivedRequest request, IReadOnlyDictionary<string, string> path, Authenticator authenticator, SimulatedProvider provider)
    {
        var violations = new List<SpecViolation>();
        var isLenient = provider.IsLenient(operation);
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In != "query" || !authenticator.Owns(request, parameter.Name)))
            violations.AddRange(CheckParameter(parameter, Values(parameter, request, path, isLenient)));
        var body = isLenient ? CheckFields(operation.RequestBody, request, violations) : CheckBody(operation, request, violations, provider.Adapt);
        return (body, violations);
    }

    private static IEnumerable<SpecViolation> CheckParameter(SpecParameter parameter, StringValues values)
    {
        if (values.Count > 0)
        {
            // A day is the start of the day.
            if (parameter.In == "query" && parameter.Schema["format"].Text == "date-time" && Formats.Fits("date", values.ToString()))
                return [];
            var value = parameter.IsJson ? WireValue.ReadJson(values) : WireValue.Read(parameter.Schema, values, parameter.Explode);
            return SchemaValidator.Validate(parameter.Schema, value, parameter.Name);
        }

        return parameter.Required ? [new SpecViolation(parameter.Name, "is required")] : [];
    }

    private static StringValues Values(SpecParameter parameter, ReceivedRequest request, IReadOnlyDictionary<string, string> path, bool isLenient) =>
        parameter.In switch
        {
            "path" => path.TryGetValue(parameter.Name, out var value) ? new StringValues(value) : StringValues.Empty,
            "header" => request.Headers[parameter.Name],
            "query" when isLenient => request.Parameters.GetValueOrDefault(parameter.Name),
            "query" => request.Query[parameter.Name],
            _ => StringValues.Empty,
        };

    /// <summary>The fields of a lenient operation, from wherever they are.</summary>
    private static JsonObject? CheckFields(SpecNode requestBody, ReceivedRequest request, List<SpecViolation> violations)
    {
        var media = requestBody["content"].Members.Select(media => new SpecMedia(media.Key, media.Value)).FirstOrDefault();
        if (!request.Content.IsEmpty && request.Form is null && request.Json is not JsonObject)
        {
            violations.Add(MediaTypes.IsJson(request.ContentType)
                ? new SpecViolation("body", request.Json is null ? "is not valid JSON" : "must be an object")
                : new SpecViolation("Content-Type", $"must be {MediaTypes.Form} or {MediaTypes.Json}"));
            return null;
        }

        var schema = media?.Schema ?? default;
        var body = WireValue.ReadFields(schema, request.Parameters);
        violations.AddRange(SchemaValidator.Validate(schema, body));
        return body;
    }

    private static JsonNode? CheckBody(SpecOperation operation, ReceivedRequest request, List<SpecViolation> violations, Action<string, JsonObject>? adapt)
    {
        var requestBody = operation.RequestBody;
        var documented = requestBody["content"].Members.Select(media => new SpecMedia(media.Key, media.Value)).ToList();
        if (documented.Count == 0)
            return null;
        if (request.Content.IsEmpty)
        {
            if (requestBody["required"].IsTrue)
                violations.AddRange(Missing(documented[0]));
            return null;
        }
        var media = documented.Find(media => MediaTypes.Covers(media.Type, request.ContentType))
            ?? documented.Find(media => media.IsJson && MediaTypes.Bare(request.ContentType) == MediaTypes.Json);
        if (media is null)
        {
            violations.Add(new SpecViolation("Content-Type", $"must be {string.Join(" or ", documented.Select(other => other.Type))}"));
            return null;
        }
        if (!media.IsJson && request.Form is null)
            return null;
        if (media.IsJson && request.Json is null && request.Body.Trim() != "null")
        {
            violations.Add(new SpecViolation("body", "is not valid JSON"));
            return null;
        }
        var body = request.Form is { } form
            ? WireValue.ReadFields(media.Schema, form.Concat(form.Files.Select(file => KeyValuePair.Create(file.Name, new StringValues(file.FileName)))))
            : request.Json;
        if (adapt is not null && body is JsonObject sent && request.Form is null)
        {
            body = sent.DeepClone();
            adapt(operation.FullName, body.AsObject());
        }

        violations.AddRange(SchemaValidator.Validate(media.Schema, body));
        return body;
    }

    /// <summary>A missing body lacks all of its required fields.</summary>
    private static IReadOnlyList<SpecViolation> Missing(SpecMedia media) =>
        SchemaValidator.Validate(media.Schema, new JsonObject()) is { Count: > 0 } fields && media.Schema["type"].Text is null or "object"
            ? fields
            : [new SpecViolation("body", "is required")];
}
