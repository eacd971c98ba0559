using System.ComponentModel;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage.Core.Serialization;

/// <summary>
/// The base class of values that can be one of several things, without a field that says which one. The JSON is kept as it is; the derived
/// class reads it as each of the things that it can be.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiChoice : IValidatable
{
    private readonly IJsonWritable? _model;
    private readonly JToken? _json;

    /// <summary>Initializes a new instance with a JSON value.</summary>
    /// <param name="json">The value.</param>
    protected ApiChoice(JToken json) => _json = json ?? throw new ArgumentNullException(nameof(json));

    /// <summary>Initializes a new instance with a model.</summary>
    /// <param name="model">The model.</param>
    protected ApiChoice(IJsonWritable model) => _model = model ?? throw new ArgumentNullException(nameof(model));

    /// <summary>The JSON value.</summary>
    public JToken Json => _json ?? JsonWrite.Tree(_model)!;

    void IValidatable.Validate() => (_model as IValidatable)?.Validate();

    /// <summary>Returns the JSON value as text.</summary>
    public override string ToString() => ApiJson.Serialize(Json);

    /// <summary>Reads the value as a model.</summary>
    /// <typeparam name="T">The class of the model.</typeparam>
    /// <param name="read">Reads the model.</param>
    /// <param name="required">The fields that the model must have.</param>
    /// <param name="known">The fields that the model knows: an object with none of them is another one.</param>
    /// <param name="constants">Names of fields, each followed by the text that it must have.</param>
    /// <returns>The model; <see langword="null"/> if the value is something else.</returns>
    protected T? As<T>(Func<JsonReader, T?> read, string[] required, string[] known, params string[] constants)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(required);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(constants);
        if (_model is T own)
            return own;
        if (Json is not JObject members || Array.Exists(required, name => members[name] is null))
            return null;
        if (members.Count > 0 && known.Length > 0 && !Array.Exists(known, name => members[name] is not null))
            return null;
        for (var i = 0; i + 1 < constants.Length; i += 2)
            if (WireFormat.Json(members[constants[i]]) is { } value && value != constants[i + 1])
                return null;
        return As(read);
    }

    /// <summary>Reads the value as a list or a dictionary.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="read">Reads the value.</param>
    /// <returns>The list or dictionary; <see langword="null"/> if the value is something else.</returns>
    protected T? As<T>(Func<JsonReader, T?> read)
        where T : class
    {
        try
        {
            return JsonRead.Tree(Json, read);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The value as text; <see langword="null"/> if it is something else.</summary>
    protected string? Text => Json.Type == JTokenType.String ? (string?)Json : null;

    /// <summary>The value as true or false; <see langword="null"/> if it is something else.</summary>
    protected bool? Flag => Json.Type == JTokenType.Boolean ? (bool?)Json : null;

    /// <summary>The value as a number; <see langword="null"/> if it is something else, or too large.</summary>
    protected decimal? Number => Json.Type is JTokenType.Integer or JTokenType.Float && decimal.TryParse(WireFormat.Json(Json), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Reads and writes a value that can be one of several things.</summary>
/// <typeparam name="T">Its class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ApiChoiceConverter<T> : JsonConverter
    where T : ApiChoice
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(T);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => JsonWrite.Choice(writer, (T?)value);

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) => JsonRead.Choice(reader, Create);

    /// <summary>Creates a value.</summary>
    protected abstract T Create(JToken json);
}
