using System.Text.Json;
using NJsonSchema.Validation;
using Utcp.Client;

namespace Utcp.Validation;

/// <summary>Turns the errors of NJsonSchema into violations: each once, with the place where it is.</summary>
internal sealed class ViolationReader(IReadOnlyList<TextRules> texts, JsonElement arguments)
{
    private readonly List<ArgumentViolation> _violations = [];

    public IReadOnlyList<ArgumentViolation> Read(IEnumerable<ValidationError> errors)
    {
        foreach (var error in errors)
        {
            Add(error);
        }

        return [.. _violations.Distinct()];
    }

    private void Add(ValidationError error)
    {
        switch (error)
        {
            case { Kind: ValidationErrorKind.PatternMismatch }:
                AddText(error);
                break;
            case ChildSchemaValidationError child when Relevant(child) is { } inner:
                foreach (var one in inner)
                {
                    Add(one);
                }

                break;
            default:
                var (rule, expected) = Expectation.Of(error);
                _violations.Add(new ArgumentViolation(ErrorPointer.Of(error, arguments), rule, expected));
                break;
        }
    }

    /// <summary>The inner errors that say more than the outer one, or null.</summary>
    private static IEnumerable<ValidationError>? Relevant(ChildSchemaValidationError error)
    {
        if (error.Kind is ValidationErrorKind.ArrayItemNotValid or ValidationErrorKind.AdditionalPropertiesNotValid or ValidationErrorKind.AdditionalItemNotValid or ValidationErrorKind.NotAllOf)
        {
            return error.Errors.Values.SelectMany(errors => errors);
        }

        // Of alternatives, the only one that is of the right type is what was meant.
        var meant = error.Errors.Values.Where(errors => errors.Count > 0 && !errors.Any(inner => inner.Path == error.Path && Expectation.IsType(inner.Kind))).ToList();
        return error.Kind is ValidationErrorKind.NotAnyOf or ValidationErrorKind.NotOneOf && meant.Count == 1 ? meant[0] : null;
    }

    private void AddText(ValidationError error)
    {
        var pointer = ErrorPointer.Of(error, arguments);
        if (ErrorPointer.Find(arguments, pointer) is { ValueKind: JsonValueKind.String } value && texts.FirstOrDefault(rules => rules.Format == error.Schema?.ActualSchema.Format) is { } rules)
        {
            _violations.AddRange(rules.Broken(value.GetString()!).Select(broken => new ArgumentViolation(pointer, broken.Rule, broken.Expected)));
        }
    }
}
