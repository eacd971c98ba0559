using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage;

/// <summary>Reads the error bodies of all Vonage APIs, old and new, as problem details.</summary>
internal static class ProblemReader
{
    private static readonly string[] Titles = ["error_title", "error-code-label", "error-code", "error_code", "error", "code"];
    private static readonly string[] Details = ["error_description", "error_text", "error-text", "description", "message"];

    public static ApiProblem? Read(string body)
    {
        try
        {
            if (!body.AsSpan().TrimStart().StartsWith("{".AsSpan(), StringComparison.Ordinal) || ApiJson.Deserialize(body, JsonRead.Token) is not JObject { Count: > 0 } members)
                return null;
            Adopt(members, "title", Titles);
            Adopt(members, "detail", Details);
            ListParameters(members);
            using var reader = new JTokenReader(members);
            reader.Read();
            return ApiProblem.JsonModelType.Read(reader);
        }
        catch (JsonException)
        {
            // A gateway's page, a truncated body, or a list with members of other types. The exception contains the text.
            return null;
        }
    }

    public static string? Summarize(ApiProblem? problem)
    {
        var summary = problem switch
        {
            { Title: { Length: > 0 } title, Detail: { Length: > 0 } detail } => $"{title.TrimEnd('.')}: {detail}",
            { Title: { Length: > 0 } title } => title,
            { Detail: { Length: > 0 } detail } => detail,
            _ => null,
        };
        return Reasons(problem) is { Length: > 0 } reasons ? summary is null ? reasons : $"{summary.TrimEnd('.')}: {reasons}" : summary;
    }

    // Some APIs list the exact reasons in a separate member; their detail then only repeats the status.
    private static string? Reasons(ApiProblem? problem) =>
        problem is not null && problem.AdditionalProperties.TryGetValue("errors", out var errors) && errors is JArray { Count: > 0 } list
            ? string.Join("; ", list.Select(reason => reason is JValue ? reason.ToString() : reason.ToString(Formatting.None)))
            : null;

    // The Pricing API describes one parameter in a separate object; others have a member for each parameter.
    private static void ListParameters(JObject members)
    {
        if (members["invalid_parameters"] is not JObject refused)
            return;
        var parameters = refused["parameter"] is JValue { Value: string name }
            ? [(Name: name, Reason: refused["message"])]
            : refused.Properties().Select(parameter => (parameter.Name, Reason: (JToken?)parameter.Value));
        members["invalid_parameters"] = new JArray(parameters.Select(parameter => new JObject { ["name"] = parameter.Name, ["reason"] = parameter.Reason?.ToString() }));
    }

    private static void Adopt(JObject members, string name, string[] olderNames)
    {
        if (members.ContainsKey(name))
            return;
        foreach (var older in olderNames)
            if (members[older] is JValue { Value: not null } value)
            {
                members[name] = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
                return;
            }
    }
}
