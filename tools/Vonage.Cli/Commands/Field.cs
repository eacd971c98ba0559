using Newtonsoft.Json.Linq;

namespace Vonage.Cli;

/// <summary>How a text becomes a value.</summary>
internal enum ValueKind
{
    Text,
    Whole,
    Number,
    Flag,

    /// <summary>An object or a list of objects.</summary>
    Json,

    /// <summary>A text, or JSON.</summary>
    Any,

    /// <summary>The path of a file to upload.</summary>
    File,
}

/// <summary>How a body travels.</summary>
internal enum BodyKind
{
    Json,
    Form,
    Multipart,
    Text,
    Bytes,
}

/// <summary>A parameter, or a field of the body.</summary>
/// <param name="Name">The name of its option, without hyphens before it.</param>
/// <param name="Path">Its path on the wire, with slashes between the names.</param>
/// <param name="Kind">How its text becomes a value.</param>
internal sealed record Field(string Name, string Path, ValueKind Kind)
{
    /// <summary>Where a parameter travels; <see langword="null"/> for a field of the body.</summary>
    public string? In { get; init; }

    /// <summary>The only value.</summary>
    public string? Constant { get; init; }

    public bool IsList { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>It selects the branch of a union.</summary>
    public bool IsDiscriminator { get; init; }

    /// <summary>How a parameter with several values, or an object, is written.</summary>
    public string? Style { get; init; }

    /// <summary>The credential that the value comes from unless it is given: <c>account</c> or <c>application</c>.</summary>
    public string? From { get; init; }

    /// <summary>The format of a time.</summary>
    public string? Format { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public decimal? Minimum { get; init; }

    public decimal? Maximum { get; init; }

    public bool IsPhone { get; init; }

    /// <summary>The documented values.</summary>
    public string[] Values { get; init; } = [];

    /// <summary>The branches of a union that have the field; empty if all have it.</summary>
    public string[] Branches { get; init; } = [];

    public string Summary { get; init; } = string.Empty;

    /// <summary>Its path as the SDK's errors name it.</summary>
    public string Wire => Path.Replace('/', '.');

    /// <summary>The field in a body; <see langword="null"/> if it is not there.</summary>
    public JToken? Of(JToken body) => Path.Split('/').Aggregate((JToken?)body, (at, name) => (at as JObject)?[name]) is { } value and not JValue { Value: null } ? value : null;
}

/// <summary>The body of a command's request.</summary>
/// <param name="Kind">How it travels.</param>
/// <param name="MediaType">Its media type.</param>
internal sealed record RequestBody(BodyKind Kind, string MediaType)
{
    public bool IsRequired { get; init; }

    /// <summary>The SDK's model, which checks and writes the body; <see langword="null"/> if it is sent as it is given.</summary>
    public Type? Model { get; init; }

    public Field[] Fields { get; init; } = [];

    /// <summary>The fields that a user gives.</summary>
    public IEnumerable<Field> Inputs => Fields.Where(input => input.Constant is null);
}
