using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

/// <summary>Reads objects into generated models.</summary>
internal static class ModelReader
{
    /// <summary>Reads the object at the reader. An object of a union becomes an instance of the class that its discriminators specify, wherever they occur among its fields.</summary>
    public static IJsonReadable? Read(JsonReader json, JsonModelType kind)
    {
        if (json.TokenType == JsonToken.StartObject)
            return Complete(json, kind.Discriminator is null ? ReadFields(json, kind.Create()) : ReadUnion(json, kind));
        if (JsonRead.SaysNothing(json))
            return null;
        var model = kind.Create();
        if (model is not IJsonScalar scalar)
            return JsonRead.NestedIn(json) is { } nested ? Read(nested, kind) : throw JsonText.Unreadable(json, kind.Type);
        scalar.ReadScalar(JsonText.Read(json));
        return model;
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
    private static IJsonReadable Complete(JsonReader json, IJsonReadable model) =>
        model is ApiModel fields and not IResponseCheck && fields.FindMissingField() is { } missing ? throw new AbsentFieldException(json.Path, missing) : model;

    /// <summary>Reads a field. The value of an optional field that has another type than documented is kept with the unknown fields: it does not cost the rest of the object.</summary>
    public static void ReadField(JsonReader json, IJsonReadable model, string name)
    {
        var depth = json.Depth;
        try
        {
            model.ReadField(json, name);
        }
        catch (UnreadableValueException) when (json.Depth == depth && model is ApiModel tolerant && tolerant.CanDoWithout(name))
        {
            // A list is read to its end before its first item turns out to be unreadable.
            if (json.TokenType != JsonToken.EndArray)
                tolerant.KeepUnreadable(json, name);
        }
        catch (AbsentFieldException) when (json.Depth == depth && json.TokenType == JsonToken.EndObject && model is ApiModel tolerant && tolerant.CanDoWithout(name))
        {
            // An optional object without a field that it must have is none. In a list, it would be missed.
        }
    }

    private static IJsonReadable ReadUnion(JsonReader json, JsonModelType kind)
    {
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
