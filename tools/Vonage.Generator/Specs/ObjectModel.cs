namespace Vonage.Generator.Specs;

/// <summary>
/// The object model of OpenAPI 3.0 with our extensions: which fields an object has, and of what kind each value is. <c>name!kind</c> must be
/// there. Kinds are text, flag, number, count, any, <c>(one|of|these|words)</c>, <c>[list]</c>, <c>{map}</c>, an object of this model, or
/// several of them with <c>/</c> between them.
/// </summary>
internal static class ObjectModel
{
    public const string Document = "Document";

    /// <summary>What several documents of a folder share.</summary>
    public const string Shared = "Shared";

    /// <summary>An object with this field has no other, and refers to a component.</summary>
    public const string Reference = "$ref";

    private const string Model = """
        Document       openapi!text info!Info servers:[Server] paths!Paths components:Components security:[Requirement] tags:[Tag] externalDocs:Docs
        Shared         openapi:text info:Info paths:Paths components:Components tags:[Tag] externalDocs:Docs servers:[Server] security:[Requirement]
        Info           title!text version!text summary:text description:text termsOfService:text contact:Contact license:License x-name:text x-first-call:text x-experimental:text x-command:text
        Contact        name:text url:text email:text
        License        name:text url:text identifier:text
        Server         url!text description:text variables:{Variable} x-region:text
        Variable       default!text enum:[text] description:text
        Tag            name!text description:text externalDocs:Docs
        Docs           url:text description:text
        Requirement    *:[text]
        Paths          *:PathItem
        PathItem       $ref:text summary:text description:text servers:[Server] parameters:[Parameter] get:Operation put:Operation post:Operation delete:Operation options:Operation head:Operation patch:Operation trace:Operation
        Operation      tags:[text] summary:text description:text externalDocs:Docs operationId:text parameters:[Parameter] requestBody:RequestBody responses!{Response} callbacks:{Callback} deprecated:flag security:[Requirement] servers:[Server] x-paging:Paging x-envelope:text x-list:text x-options:text x-access:(class|private|none) x-effect:(none|idempotent|once) x-throttled:(not-processed) x-throws:{text}
        Paging         style!(page|offset|cursor) items!text page:text offset:text cursor:text size:text total:text count:text next:text first:count
        Parameter      $ref:text name!text in!(path|query|header|cookie) description:text required:flag deprecated:flag allowEmptyValue:flag style:(matrix|label|form|simple|spaceDelimited|pipeDelimited|deepObject) explode:flag allowReserved:flag schema:Schema example:any examples:{Example} content:{MediaType} x-name:text x-json:flag
        RequestBody    $ref:text description:text content!{MediaType} required:flag x-required:flag
        MediaType      schema:Schema example:any examples:{Example} encoding:{Encoding}
        Encoding       contentType:text headers:{Header} style:(form|spaceDelimited|pipeDelimited|deepObject) explode:flag allowReserved:flag
        Response       $ref:text description:text headers:{Header} content:{MediaType} links:{Link} x-may-be-empty:flag
        Header         $ref:text description:text required:flag deprecated:flag allowEmptyValue:flag style:(simple) explode:flag allowReserved:flag schema:Schema example:any examples:{Example} content:{MediaType}
        Callback       $ref:text *:PathItem
        Link           $ref:text operationRef:text operationId:text parameters:{any} requestBody:any description:text server:Server
        Example        $ref:text summary:text description:text value:any externalValue:text
        Components     schemas:{Schema} responses:{Response} parameters:{Parameter} examples:{Example} requestBodies:{RequestBody} headers:{Header} securitySchemes:{Scheme} links:{Link} callbacks:{Callback}
        Scheme         $ref:text type!(apiKey|http|oauth2|openIdConnect|mutualTLS) description:text name:text in:(query|header|cookie) scheme:text bearerFormat:text flows:Flows openIdConnectUrl:text x-authentication:text
        Flows          implicit:Flow password:Flow clientCredentials:Flow authorizationCode:Flow
        Flow           authorizationUrl:text tokenUrl:text refreshUrl:text scopes:{text}
        Schema         $ref:text title:text description:text type:(string|number|integer|boolean|array|object) format:text enum:[any] default:any example:any nullable:flag readOnly:flag writeOnly:flag deprecated:flag multipleOf:number maximum:number exclusiveMaximum:flag minimum:number exclusiveMinimum:flag maxLength:count minLength:count pattern:text maxItems:count minItems:count uniqueItems:flag maxProperties:count minProperties:count required:[text] properties:{Schema} additionalProperties:Schema/flag items:Schema allOf:[Schema] oneOf:[Schema] anyOf:[Schema] not:Schema discriminator:Discriminator xml:Xml externalDocs:Docs x-name:text x-enum-names:[text] x-enum-descriptions:any x-duration:text x-date-format:text x-decimal:flag x-integer:flag x-flat:flag x-assured:flag x-also:[text] x-scalar:text x-within:text x-form:text x-empty:flag x-unchecked:flag x-both-ways:flag x-namespace:text
        Discriminator  propertyName!text mapping:{text}
        Xml            name:text namespace:text prefix:text attribute:flag wrapped:flag
        """;

    private static readonly Dictionary<string, IReadOnlyDictionary<string, Field>> Objects = Read();

    /// <summary>The fields of an object by name; <c>*</c> stands for any other name. Null where the model has no such object.</summary>
    public static IReadOnlyDictionary<string, Field>? FieldsOf(string name) => Objects.GetValueOrDefault(name);

    private static Dictionary<string, IReadOnlyDictionary<string, Field>> Read() => Model.Split('\n')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(words => words[0], words => (IReadOnlyDictionary<string, Field>)words.Skip(1).Select(Field.Of).ToDictionary(field => field.Name, StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>A field of an object.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="IsRequired">It must be there.</param>
    /// <param name="Kinds">The kinds of value that it can have.</param>
    internal sealed record Field(string Name, bool IsRequired, string[] Kinds)
    {
        public static Field Of(string text)
        {
            var at = text.IndexOfAny([':', '!']);
            return new(text[..at], text[at] == '!', text[(at + 1)..].Split('/'));
        }
    }
}
