using Utcp.Generated;
using Utcp.Manuals.Security;
using Utcp.Variables;

namespace Utcp.Authentication;

/// <summary>The credentials of an operation with their alternatives, worked out once. Which alternative a call uses depends on its variables alone.</summary>
internal sealed class SecurityPlan
{
    private readonly AuthPlan[][] _alternatives;
    private readonly bool _isOptional;

    private SecurityPlan(AuthPlan[][] alternatives, bool isOptional) => (_alternatives, _isOptional) = (alternatives, isOptional);

    public static SecurityPlan? Of(HttpSecurity? security, UrlTrust trust) =>
        security is null ? null : new([.. security.Alternatives.Select(auths => auths.Select(auth => AuthPlan.Of(auth, trust)!).ToArray())], security.IsOptional);

    /// <summary>The credentials of a call: those of the first alternative that has all it needs; none where none are needed.</summary>
    /// <exception cref="UtcpAuthenticationException">No alternative has what it needs.</exception>
    public AuthPlan[] Choose(VariableScope scope)
    {
        // The only way there is needs no choice, and says itself what is missing.
        if (_alternatives.Length == 1 && !_isOptional)
        {
            return _alternatives[0];
        }

        foreach (var alternative in _alternatives)
        {
            if (Array.TrueForAll(alternative, plan => scope.Binding.Channel.Authenticators.IsBound(plan.Scheme, scope.Binding) || !plan.Missing(scope).Any()))
            {
                return alternative;
            }
        }

        return _isOptional ? [] : throw Failure(scope);
    }

    private UtcpAuthenticationException Failure(VariableScope scope)
    {
        var ways = _alternatives.Select(alternative => string.Join(" and ", alternative.SelectMany(plan => plan.Missing(scope)).Distinct()));
        return new($"{scope.Tool}: there are no credentials. Set the variables of one alternative: {string.Join("; or ", ways)}.", scope.Tool);
    }
}
