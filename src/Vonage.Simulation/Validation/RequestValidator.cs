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
        SpecOperation operation, ReceivedRequest request, IReadOnlyDictionary<string, string> path, Authenticator authenticator)
    {
        var violations = new List<SpecViolation>();
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In != "query" || !authenticator.Owns(request, parameter.Name)))
            violations.AddRange(CheckParameter(parameter, Values(parameter, request, path)));
        var body = CheckBody(operation.RequestBody, request, violations);
        return (body, violations);
    }

    private static IEnumerable<SpecViolation> CheckParameter(SpecParameter parameter, StringValues values)
    {
        if (values.Count > 0)
            return SchemaValidator.Validate(parameter.Schema, WireValue.Read(parameter.Schema, values, parameter.Explode), parameter.Name);
        return parameter.Required ? [new SpecViolation(parameter.Name, "is required")] : [];
    }

    private static StringValues Values(SpecParameter parameter, ReceivedRequest request, IReadOnlyDictionary<string, string> path) =>
        parameter.In switch
        {
            "path" => path.TryGetValue(parameter.Name, out var value) ? new StringValues(value) : StringValues.Empty,
            "header" => request.Headers[parameter.Name],
            "query" => request.Query[parameter.Name],
            _ => StringValues.Empty,
        };

    private static JsonNode? CheckBody(SpecNode requestBody, ReceivedRequest request, List<SpecViolation> violations)
    {
        var documented = requestBody["content"].Members.Select(media => new SpecMedia(media.Key, media.Value)).ToList();
        if (documented.Count == 0)
            return null;
        if (request.Content.IsEmpty)
        {
            if (requestBody["required"].IsTrue)
                violations.AddRange(Missing(documented[0]));
            return null;
        }
        var media = documented.Find(media => MediaTypes.Covers(media.Type, request.ContentType));
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
        violations.AddRange(SchemaValidator.Validate(media.Schema, body));
        return body;
    }

    /// <summary>A missing body lacks all of its required fields.</summary>
    private static IReadOnlyList<SpecViolation> Missing(SpecMedia media) =>
        SchemaValidator.Validate(media.Schema, new JsonObject()) is { Count: > 0 } fields && media.Schema["type"].Text is null or "object"
            ? fields
            : [new SpecViolation("body", "is required")];
}
