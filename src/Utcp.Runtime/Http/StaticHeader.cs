using Utcp.Variables;

namespace Utcp.Http;

/// <summary>A header of the manual.</summary>
internal sealed class StaticHeader
{
    private readonly bool _isKnownFit;

    public StaticHeader(string name, VariableText value, bool isContent)
    {
        Name = name;
        Value = value;
        IsContent = isContent;
        _isKnownFit = value.Constant is { } constant && RequestHeaderRules.WhyUnfit(constant) is null;
    }

    public string Name { get; }

    public VariableText Value { get; }

    /// <summary>Whether it is sent with a body only.</summary>
    public bool IsContent { get; }

    /// <summary>The value to send, checked after substitution (case 36).</summary>
    public string Resolve(VariableScope scope)
    {
        var value = Value.Resolve(scope);
        if (!_isKnownFit && RequestHeaderRules.WhyUnfit(value) is { } reason)
        {
            throw Value.Constant is null
                ? new UtcpVariableException($"{scope.Tool}: the header {Name} cannot be sent with the variable {Value.FirstVariable(scope)} in it: {reason}.", scope.Tool, Value.FirstVariable(scope))
                : new UtcpException($"{scope.Tool}: the manual's header {Name} cannot be sent: {reason}.", scope.Tool);
        }

        return value;
    }
}
