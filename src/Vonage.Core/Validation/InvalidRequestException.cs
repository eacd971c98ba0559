namespace Vonage.Core;

/// <summary>The exception that is thrown when a request violates a rule of the API. Nothing was sent.</summary>
public sealed class InvalidRequestException : ArgumentException
{
    /// <summary>Initializes a new instance of the <see cref="InvalidRequestException"/> class.</summary>
    /// <param name="field">The wire name of the field.</param>
    /// <param name="rule">The rule and how to comply with it. It must not contain the field's value.</param>
    public InvalidRequestException(string field, string rule)
        : this(null, field, rule)
    {
    }

    private InvalidRequestException(string? operation, string field, string rule)
        : base($"{(operation is null ? null : operation + ": ")}{field} {rule}")
    {
        Operation = operation;
        Field = field;
        Rule = rule;
    }

    /// <summary>The operation, if it is known.</summary>
    public string? Operation { get; }

    /// <inheritdoc cref="Field"/>
    public override string ParamName => Field;

    /// <summary>The path of the field in the request, by wire names: <c>failover[0].image.url</c>.</summary>
    public string Field { get; }

    /// <summary>The rule that was violated, and how to comply with it.</summary>
    public string Rule { get; }

    internal InvalidRequestException For(string operation) => new(operation, Field, Rule);

    internal InvalidRequestException Within(string parent) => new(Operation, Field.StartsWith('[') ? parent + Field : $"{parent}.{Field}", Rule);
}
