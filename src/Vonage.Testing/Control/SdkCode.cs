using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core;
using Vonage.Simulation;

namespace Vonage.Testing.Control;

/// <summary>
/// Writes a recorded request as a call of this SDK, for a person who copies it. The code exists only if it sends exactly the same again; in a trimmed
/// program, members that it needs can be missing.
/// </summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "What is missing in a trimmed program only leaves the code of an HTTP request.")]
[UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "What is missing in a trimmed program only leaves the code of an HTTP request.")]
[UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "What is missing in a trimmed program only leaves the code of an HTTP request.")]
[UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "What is missing in a trimmed program only leaves the code of an HTTP request.")]
[UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "What is missing in a trimmed program only leaves the code of an HTTP request.")]
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "What is missing in a native program only leaves the code of an HTTP request.")]
internal sealed class SdkCode
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance;

    // What a list asks for its first page with, by itself.
    private static readonly string[] Positions = ["recordindex", "offset", "page", "index", "pageindex"];

    private static readonly string[] Credentials = ["api_key", "api_secret", "sig", "timestamp"];

    private readonly SortedSet<string> _namespaces = new(StringComparer.Ordinal) { nameof(Vonage) };

    private SdkCode()
    {
    }

    /// <summary>Gets the code; null if the SDK has no method that sends the same.</summary>
    public static string? Of(ReceivedRequest request)
    {
        if (request.Operation is null || request.Violations.Count > 0)
            return null;
        try
        {
            return new SdkCode().Write(request);
        }
        catch (Exception error) when (error is NotSupportedException or JsonException or FormatException or OverflowException or ArgumentException or TargetInvocationException or MissingMethodException)
        {
            return null;
        }
    }

    private string? Write(ReceivedRequest request)
    {
        var property = typeof(IVonageClient).GetProperty(request.Spec == "alerts" ? nameof(IVonageClient.ShortCodes) : Pascal(request.Spec!));
        var methods = property?.PropertyType.GetMethods().Where(method => method.Name == Pascal(request.OperationId!) + "Async").ToList();
        if (methods is not [var method])
            return null;
        var isList = method.ReturnType.GetInterfaces().Append(method.ReturnType).Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>));
        var arguments = Arguments(method, request, isList).ToList();
        var call = $"vonage.{property!.Name}.{method.Name}({string.Join(", ", arguments)})";
        return new StringBuilder()
            .AppendJoin("", _namespaces.Select(name => $"using {name};\n"))
            .Append("\nvar vonage = VonageClient.FromEnvironment();\n")
            .Append(isList ? $"await foreach (var each in {call})\n    Console.WriteLine(each);" : $"await {call};")
            .ToString();
    }

    private IEnumerable<string> Arguments(MethodInfo method, ReceivedRequest request, bool isList)
    {
        var query = request.Query.Where(field => !Credentials.Contains(field.Key) && !(isList && Positions.Contains(Plain(field.Key)) && field.Value.ToString() is "0" or "1")).ToDictionary(field => Plain(field.Key), field => field.Value.ToString(), StringComparer.Ordinal);
        var path = request.PathValues.Where(value => !OfCredentials(Plain(value.Key))).ToDictionary(value => Plain(value.Key), value => value.Value, StringComparer.Ordinal);
        var body = Body(request);
        foreach (var parameter in method.GetParameters().TakeWhile(parameter => parameter.ParameterType != typeof(RequestOptions)))
        {
            var (name, type) = (Plain(parameter.Name!), parameter.ParameterType);
            if (type.IsAssignableTo(typeof(ApiModel)) && body is not null)
            {
                yield return Model(type, body);
                body = null;
            }
            else if (type.Name.EndsWith("Options", StringComparison.Ordinal))
            {
                if (query.Count > 0)
                    yield return Named(parameter, Options(type, query));
            }
            else if (path.Remove(name, out var value) || query.Remove(name, out value))
            {
                yield return Named(parameter, Value(Read(value, type)));
            }
            else if (type == typeof(string) && !parameter.IsOptional && path.Keys.FirstOrDefault() is { } next)
            {
                // Its name in C# says more than the one in the path, such as applicationId and id.
                yield return RequestExport.Literal(path[next]);
                path.Remove(next);
            }
            else if (!parameter.IsOptional)
            {
                throw new NotSupportedException();
            }
        }
        if (body is { Count: > 0 } || query.Count > 0 || path.Count > 0)
            throw new NotSupportedException();
    }

    // The credentials choose the account and the application, and the SDK reads JSON.
    private static bool OfCredentials(string name) => name is "apikey" or "applicationid" or "format";

    private static JObject? Body(ReceivedRequest request)
    {
        if (request.Form is { Files.Count: 0 } form)
            return new JObject(form.Where(field => !Credentials.Contains(field.Key)).Select(field => new JProperty(field.Key, field.Value.ToString())));
        if (request.Json is System.Text.Json.Nodes.JsonObject json)
            return JsonConvert.DeserializeObject<JObject>(json.ToJsonString(), ApiJson.CreateSettings());
        return request.Content.IsEmpty ? null : throw new NotSupportedException();
    }

    private static string Named(ParameterInfo parameter, string value) => parameter.IsOptional ? $"{parameter.Name}: {value}" : value;

    private string Model(Type type, JObject body)
    {
        var model = (ApiModel)(body.ToObject(type, JsonSerializer.Create(ApiJson.CreateSettings())) ?? throw new NotSupportedException());
        // What the SDK would send otherwise is not the same request.
        if (!IsSame(JObject.Parse(ApiJson.Serialize((object)model)), body))
            throw new NotSupportedException();
        return Object(model, 0);
    }

    private static bool IsSame(JToken ours, JToken sent) => (ours, sent) switch
    {
        (JObject one, JObject other) => one.Count == other.Count && one.Properties().All(member => other[member.Name] is { } value && IsSame(member.Value, value)),
        (JArray one, JArray other) => one.Count == other.Count && one.Zip(other).All(pair => IsSame(pair.First, pair.Second)),
        // A form has texts only.
        (JValue one, JValue other) => string.Equals(Text(one), Text(other), StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static string Text(JValue value) => value.ToString(CultureInfo.InvariantCulture);

    private string Options(Type type, Dictionary<string, string> query)
    {
        var members = new List<string>();
        foreach (var property in type.GetProperties(Public).Where(property => property.CanWrite))
        {
            if (query.Remove(Plain(property.Name), out var value))
                members.Add($"{property.Name} = {Value(Read(value, property.PropertyType))}");
        }
        _namespaces.Add(type.Namespace!);
        return $"new {type.Name} {{ {string.Join(", ", members)} }}";
    }

    private string Object(ApiModel model, int depth)
    {
        var type = model.GetType();
        if (model.AdditionalProperties.Count > 0 || type.IsNested || type.GetConstructor([]) is null || type.IsDefined(typeof(ObsoleteAttribute)))
            throw new NotSupportedException();
        _namespaces.Add(type.Namespace!);
        var usual = Activator.CreateInstance(type)!;
        var indent = new string(' ', 4 * (depth + 1));
        var members = new List<string>();
        foreach (var property in type.GetProperties(Public).Where(property => property.IsDefined(typeof(JsonPropertyAttribute))))
        {
            if (property.GetValue(model) is not { } value || value.Equals(property.GetValue(usual)))
                continue;
            if (value is IEnumerable and not string)
            {
                var items = ((IEnumerable)value).Cast<object>().Select(item => Value(item, depth + 1)).ToList();
                if (items.Count > 0)
                    members.Add($"{property.Name} = {{ {string.Join(", ", items)} }}");
            }
            else if (property.SetMethod?.IsPublic == true && !property.IsDefined(typeof(ObsoleteAttribute)))
            {
                members.Add($"{property.Name} = {Value(value, depth + 1)}");
            }
            else
            {
                throw new NotSupportedException();
            }
        }
        if (members.Count == 0)
            return $"new {type.Name}()";
        var line = $"new {type.Name} {{ {string.Join(", ", members)} }}";
        return line.Length < 100 && !line.Contains('\n', StringComparison.Ordinal)
            ? line
            : $"new {type.Name}\n{indent[4..]}{{\n{string.Concat(members.Select(member => $"{indent}{member},\n"))}{indent[4..]}}}";
    }

    private string Value(object value, int depth = 0)
    {
        switch (value)
        {
            case string text:
                return RequestExport.Literal(text);
            case bool yes:
                return yes ? "true" : "false";
            case int or long or double:
                return ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture);
            case decimal number:
                return number.ToString(CultureInfo.InvariantCulture) + "m";
            case Uri address:
                return $"new Uri({RequestExport.Literal(address.OriginalString)})";
            case TimeSpan time when time.Ticks % TimeSpan.TicksPerMillisecond == 0:
                return string.Create(CultureInfo.InvariantCulture, $"TimeSpan.FromMilliseconds({time.Ticks / TimeSpan.TicksPerMillisecond})");
            case DateTimeOffset time when time.Ticks % TimeSpan.TicksPerSecond == 0:
                return string.Create(CultureInfo.InvariantCulture, $"DateTimeOffset.FromUnixTimeSeconds({time.ToUnixTimeSeconds()})");
            case IExtensibleEnum word:
                var type = value.GetType();
                _namespaces.Add(type.Namespace!);
                return type.GetProperty(word.Name, BindingFlags.Public | BindingFlags.Static) is not null ? $"{type.Name}.{word.Name}" : $"new {type.Name}({RequestExport.Literal(word.Value)})";
            case ApiModel model:
                return Object(model, depth);
            default:
                throw new NotSupportedException();
        }
    }

    private static object Read(string text, Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        return target.IsAssignableTo(typeof(IExtensibleEnum))
            ? Activator.CreateInstance(target, text)!
            : target == typeof(DateTimeOffset) ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : target == typeof(Uri) ? new Uri(text)
            : target == typeof(string) || target == typeof(bool) || target == typeof(int) || target == typeof(long) || target == typeof(decimal) ? Convert.ChangeType(text, target, CultureInfo.InvariantCulture)
            : throw new NotSupportedException();
    }

    // Names on the wire and in C# differ in case and signs.
    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Pascal(string name) => string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
