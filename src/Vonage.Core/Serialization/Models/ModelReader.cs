using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage.Core.Serialization;

/// <summary>Reads objects into generated models.</summary>
internal static class ModelReader
{
    /// <summary>Reads the object at the reader. An object of a union becomes an instance of the class that its discriminators specify, wherever they occur among its fields.</summary>
    public static IJsonReadable? Read(JsonReader json, JsonModelType kind)
    {
        if (json.TokenType == JsonToken.StartObject)
            return Complete(json, kind.Discriminator is null ? ReadFields(json, kind.Create()) : ReadUnion(json, kind));
        if (json.TokenType == JsonToken.StartArray)
            return ReadFirst(json, kind);
        if (JsonRead.SaysNothing(json))
            return null;
        if (JsonRead.NestedIn(json) is { } nested)
            return Read(nested, kind);
        var model = kind.Create();
        if (model is not IJsonScalar scalar)
            throw JsonText.Unreadable(json, kind.Type);
        scalar.ReadScalar(JsonRead.Text(json)!);
        return model;
    }

    // Some servers write a list where one object is documented.
    private static IJsonReadable? ReadFirst(JsonReader json, JsonModelType kind)
    {
        IJsonReadable? first = null;
        while (JsonRead.Next(json) != JsonToken.EndArray)
        {
            if (json.TokenType == JsonToken.StartArray)
                throw JsonText.Unreadable(json, kind.Type);
            if (first is null)
                first = Read(json, kind);
            else
                json.Skip();
        }

        return first;
    }

    public static IJsonReadable ReadFields(JsonReader json, IJsonReadable model)
    {
        while (JsonRead.Next(json) != JsonToken.EndObject)
        {
            var name = (string)json.Value!;
            JsonRead.Next(json);
            ReadField(json, model, name);
        }

        return model;
    }

    // A response that can report a failure lacks the fields of a success then: ReplyReader checks it when it knows.
    public static IJsonReadable Complete(JsonReader json, IJsonReadable model) =>
        model is ApiModel fields and not IResponseCheck && fields.FindMissingField() is { } missing ? throw new AbsentFieldException(json.Path, missing) : model;

    /// <summary>
    /// Reads a field. The value of an optional field that cannot be read, or that lacks what it must have, is kept with the unknown fields: it
    /// does not cost the rest of the object. That of a required one makes the object itself such a value. Only a tree still has it then, so
    /// that anything else is read again as a tree.
    /// </summary>
    public static void ReadField(JsonReader json, IJsonReadable model, string name)
    {
        if (json is not JTokenReader { CurrentToken: { } value } tree)
        {
            model.ReadField(json, name);
            return;
        }

        try
        {
            model.ReadField(json, name);
        }
        catch (JsonSerializationException error) when (error is UnreadableValueException or AbsentFieldException && model is ApiModel tolerant && tolerant.CanDoWithout(name))
        {
            tolerant.KeepUnreadable(value, name);
            while (tree.CurrentToken != value || tree.TokenType is JsonToken.StartObject or JsonToken.StartArray)
                JsonRead.Next(tree);
        }
    }

    private static IJsonReadable ReadUnion(JsonReader json, JsonModelType kind)
    {
        if (json is JTokenReader { CurrentToken: JObject members })
        {
            while (kind.Discriminator is { } name && members[name] is { } word && kind.Child(TokenBuffer.Word((word as JValue)?.Value)) is { } child)
                kind = child;
            return ReadFields(json, kind.Create());
        }

        // The fields before the discriminator are buffered until the class is known.
        var seen = TokenBuffer.Rent();
        var isWhole = false;
        while (kind.Discriminator is { } discriminator)
        {
            var value = seen.Find(discriminator);
            while (value is null && !isWhole)
            {
                isWhole = JsonRead.Next(json) == JsonToken.EndObject;
                if (!isWhole)
                    value = seen.Take(json, discriminator);
            }

            if (value is null || kind.Child(value) is not { } child)
                break;
            kind = child;
        }

        var model = seen.ReplayTo(kind.Create());
        seen.Return();
        return isWhole ? model : ReadFields(json, model);
    }
}
