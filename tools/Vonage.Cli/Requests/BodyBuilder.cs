using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Vonage.Core;
using Vonage.Core.Pipeline;
using Vonage.Core.Serialization;

namespace Vonage.Cli;

/// <summary>Builds the body of a request: from a file, from options, or from both.</summary>
internal sealed class BodyBuilder(ApiCommand command, RequestBody body, CommandInput input, FieldText texts) : IDisposable
{
    private static readonly JsonSerializer Models = JsonSerializer.Create(ApiJson.CreateSettings());

    private readonly List<Stream> _files = [];

    public void AddTo(ApiRequest request)
    {
        switch (body.Kind)
        {
            case BodyKind.Multipart:
                request.Multipart(new Parts(ReadParts()));
                break;
            case BodyKind.Text when input.File is { } file:
                request.Text(texts.ReadFile("--file", file), body.MediaType);
                break;
            case BodyKind.Bytes when input.File is { } file:
                request.File(Open("--file", file), body.MediaType.EndsWith("/*", StringComparison.Ordinal) ? null : body.MediaType);
                break;
            case BodyKind.Text or BodyKind.Bytes when body.IsRequired:
                throw new UsageException("--file is required. Set it to the path of the file to send.");
            case BodyKind.Json or BodyKind.Form when ReadJson() is { } json:
                Write(request, json);
                break;
        }
    }

    public void Dispose() => _files.ForEach(file => file.Dispose());

    private JToken? ReadJson()
    {
        var given = input.Json is { } json ? texts.ReadJson("--json", json) : null;
        var fields = body.Inputs.Where(field => input.Texts(field).Count > 0).ToList();
        if (given is null && fields.Count == 0 && !body.IsRequired)
            return null;
        var whole = given ?? new JObject();
        foreach (var field in fields)
            Set(whole, field, input.Texts(field));
        if (given is null)
            foreach (var field in body.Fields.Where(field => field is { Constant: not null, IsRequired: true }))
                Set(whole, field, [field.Constant!]);
        if (given is null)
            CheckChoice(whole);
        return whole;
    }

    // The model could not say which kinds there are.
    private void CheckChoice(JToken whole)
    {
        var chosen = body.Inputs.Where(field => field.IsDiscriminator).Select(field => (string?)field.Of(whole)).ToList();
        foreach (var selector in body.Inputs.Where(field => field.IsDiscriminator && !field.Path.Contains('/', StringComparison.Ordinal) && field.Of(whole) is null))
            if (selector.IsRequired || selector.Branches.Any(chosen.Contains))
                throw input.Missing(selector);
    }

    private void Set(JToken whole, Field field, IReadOnlyList<string> values)
    {
        if (whole is not JObject at)
            throw new UsageException($"--{input.NameOf(field)} cannot be added to a list. Write it into the file of --json.");
        var names = field.Path.Split('/');
        foreach (var name in names[..^1])
            at = at[name] as JObject ?? (JObject)(at[name] = new JObject());
        at[names[^1]] = field.IsList ? ListOf(field, values) : texts.ToJson(field, values[0]);
    }

    private JArray ListOf(Field field, IReadOnlyList<string> values)
    {
        var list = new JArray();
        foreach (var value in FieldText.Split(field, values).Select(text => texts.ToJson(field, text)))
            if (value is JArray items)
                list.Merge(items);
            else
                list.Add(value);
        return list;
    }

    private void Write(ApiRequest request, JToken whole)
    {
        switch (body.Kind, body.Model is null ? null : ModelOf(body.Model, whole))
        {
            case (BodyKind.Form, IFormContent form):
                request.Form(form);
                break;
            case (BodyKind.Form, _):
                CheckRequired(whole);
                request.Form(new Pairs(whole as JObject ?? throw new UsageException("--json must contain an object.")));
                break;
            case (_, IJsonWritable model):
                LoginCode.AddTo(model, input);
                request.Json(model, body.MediaType);
                break;
            case (_, ApiChoice choice):
                request.Json(choice, body.MediaType);
                break;
            default:
                CheckRequired(whole);
                request.Json(whole, body.MediaType);
                break;
        }
    }

    // What has no model that others can see.
    private void CheckRequired(JToken whole)
    {
        foreach (var field in body.Inputs.Where(field => field.IsRequired && field.Of(whole) is null))
            throw input.Missing(field);
        foreach (var field in body.Inputs.Where(field => !field.IsList && field.Kind is (ValueKind.Text or ValueKind.Whole or ValueKind.Number)))
            if (WireFormat.Json(field.Of(whole) as JValue) is { } text)
                FieldText.ToText(field, text);
    }

    private object? ModelOf(Type model, JToken whole)
    {
        try
        {
            var content = whole.ToObject(model, Models);
            CheckPlaces(content as ApiModel, whole);
            return content;
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentException and not InvalidRequestException)
        {
            var path = (error as JsonReaderException)?.Path ?? (error as JsonSerializationException)?.Path;
            throw new UsageException(body.Inputs.FirstOrDefault(field => field.Wire == path) is { } field
                ? $"--{input.NameOf(field)} does not have the expected form. {Markdown.Plain(field.Summary)}"
                : $"The body does not fit {command.Operation.Name}{(string.IsNullOrEmpty(path) ? string.Empty : $" at {path}")}. See the command's --help.");
        }
    }

    // What the model does not know would be sent, and ignored or refused. A kind that it does not know may have any field.
    private void CheckPlaces(ApiModel? model, JToken whole)
    {
        var kind = body.Inputs.Where(field => field.IsDiscriminator).Select(field => (Field: field, Value: (string?)field.Of(whole))).Where(choice => choice.Value is not null).ToList();
        if (model is null || kind.Exists(choice => !choice.Field.Values.Contains(choice.Value, StringComparer.Ordinal)))
            return;
        foreach (var field in body.Inputs.Where(field => input.Texts(field).Count > 0 && model.Keeps(field.Path.Split('/')[0])))
            throw new UsageException(kind.Count > 0
                ? $"--{input.NameOf(field)} does not belong to {string.Join(' ', kind.Select(choice => $"--{input.NameOf(choice.Field)} {choice.Value}"))}.{(field.Branches.Length > 0 ? $" It is for {string.Join(", ", field.Branches)}." : string.Empty)}"
                : $"--{input.NameOf(field)} does not have the expected form. {Markdown.Plain(field.Summary)}");
    }

    // A path that leads nowhere is an error before anything is sent.
    private List<(string Name, FileContent? File, JToken? Value)> ReadParts()
    {
        var parts = new List<(string, FileContent?, JToken?)>();
        foreach (var field in body.Fields)
        {
            var values = input.Texts(field);
            if (values.Count == 0 && field.IsRequired)
                throw input.Missing(field);
            foreach (var value in values)
                parts.Add(field.Kind == ValueKind.File ? (field.Path, Open($"--{input.NameOf(field)}", value), null) : (field.Path, null, texts.ToJson(field, value)));
        }

        return parts;
    }

    private FileContent Open(string option, string path)
    {
        if (!File.Exists(path))
            throw new UsageException($"{option}: there is no file '{path}'.");
        var stream = File.OpenRead(path);
        _files.Add(stream);
        return new FileContent(stream, Path.GetFileName(path), MediaTypeOf(path));
    }

    private static string MediaTypeOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csv" => "text/csv",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".pdf" => "application/pdf",
        ".json" => "application/json",
        ".mp3" => "audio/mpeg",
        ".wav" => "audio/wav",
        _ => "application/octet-stream",
    };

    /// <summary>The fields of a form whose model others cannot see.</summary>
    private sealed class Pairs(JObject values) : IFormContent
    {
        public void WriteTo(FormWriter writer)
        {
            foreach (var member in values.Properties())
                if (member.Value is JArray list)
                    writer.Add(member.Name, list.Select(WireFormat.Json).OfType<string>(), explode: true);
                else
                    writer.Add(member.Name, WireFormat.Json(member.Value));
        }
    }

    /// <summary>The parts of a multipart body.</summary>
    private sealed class Parts(List<(string Name, FileContent? File, JToken? Value)> parts) : IMultipartContent
    {
        public void WriteTo(MultipartWriter writer)
        {
            foreach (var (name, file, value) in parts)
                if (file is not null)
                    writer.File(name, file);
                else if (value is JValue)
                    writer.Text(name, WireFormat.Json(value));
                else
                    writer.Token(name, value);
        }
    }
}
